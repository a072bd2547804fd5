"""What the law says of the states of a dispute."""

from detente.law.judging import broken, judge, newest_day

__all__ = ["broken", "judge", "newest_day"]
