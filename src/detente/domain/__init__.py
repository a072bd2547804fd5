"""The nouns. Frozen dataclasses, standard library only, no input or output, no solving."""
