"""Expressions of time and the days they may mean."""
