"""Everything that was found, as a brief in which each sentence can be followed to its words."""

from detente.brief.compose import compose
from detente.brief.contents import Brief, Sentence, known_ids, loose_ends, supported
from detente.brief.forms.markdown import pictures, render_markdown
from detente.brief.forms.page import render_html
from detente.brief.forms.pdf import render_pdf
from detente.brief.forms.shape import brief_shape
from detente.brief.headlines import headlines
from detente.brief.news import Gist, News, attributed, compare, gist, news_lines, news_shape

__all__ = [
    "Brief",
    "Gist",
    "News",
    "Sentence",
    "attributed",
    "brief_shape",
    "compare",
    "compose",
    "gist",
    "headlines",
    "known_ids",
    "loose_ends",
    "news_lines",
    "news_shape",
    "pictures",
    "render_html",
    "render_markdown",
    "render_pdf",
    "supported",
]
