"""From accepted claims, or from a file, to a dispute."""
