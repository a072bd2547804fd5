"""From what was said to a model: deeds, voices, the options on the table, the dispute."""
