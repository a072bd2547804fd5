"""Whom words mean: names, offices, descriptions and pronouns, and the parties behind them."""
