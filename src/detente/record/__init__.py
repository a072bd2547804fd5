"""What was read, and what analysts decided about it."""

from detente.record.days import newest_day
from detente.record.judging import accepted, all_judged, without
from detente.record.store import MemoryStore, Store

__all__ = ["MemoryStore", "Store", "accepted", "all_judged", "newest_day", "without"]
