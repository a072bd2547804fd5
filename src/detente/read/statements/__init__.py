"""Who said what, and what it says that somebody does."""
