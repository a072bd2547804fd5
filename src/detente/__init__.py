"""From the public record of a dispute to an answer that can be checked."""

__version__ = "0.1.0"
