"""Everything that was found, as a brief in which each sentence can be followed to its words."""

from detente.brief.compose import compose
from detente.brief.contents import Brief, Sentence, known_ids, loose_ends, supported
from detente.brief.headlines import headlines
from detente.brief.markdown import render_markdown
from detente.brief.page import render_html
from detente.brief.shape import brief_shape

__all__ = [
    "Brief",
    "Sentence",
    "brief_shape",
    "compose",
    "headlines",
    "known_ids",
    "loose_ends",
    "render_html",
    "render_markdown",
    "supported",
]
