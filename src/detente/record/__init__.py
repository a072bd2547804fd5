"""What was read, and what analysts decided about it.

What keeps it on disk is imported from its own modules, `cases` first, because it is heavy.
"""

from detente.record.days import newest_day
from detente.record.judging import accepted, all_judged, without
from detente.record.store import Arrival, MemoryStore, Store

__all__ = ["Arrival", "MemoryStore", "Store", "accepted", "all_judged", "newest_day", "without"]
