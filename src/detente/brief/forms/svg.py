"""SVG written by hand: elements with every text and attribute escaped.

Colours are given twice: as attributes, for a picture that stands alone, and as class names,
which the style sheet of a page turns into its own colours, light or dark.
"""

import re
from dataclasses import dataclass
from html import escape

Attribute = str | float | None
# The classes that the page's style sheet knows, with the colours of a picture on its own.
PAINT = {
    "ink": "#1c1b19",
    "soft": "#5d5953",
    "rule": "#d9d4ca",
    "paper": "#fcfbf8",
    "panel": "#f4f1ea",
    "accent": "#17456f",
    "warn": "#7c2d12",
    "pale": "#dbe6f1",
}
# What XML 1.0 has no place for.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks that turn the direction of what follows them would turn the rest of a label too.
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


def words(text: str) -> str:
    """Text that stands in a picture: escaped, and unable to turn its neighbours around."""
    return escape(_TURNING.sub("", _UNPRINTABLE.sub("\ufffd", text)), quote=True)


def element(
    tag: str, *inside: str, fill: str = "", stroke: str = "", **attributes: Attribute
) -> str:
    """One element; ``inside`` is markup already, ``fill`` and ``stroke`` name a paint."""
    paints = [(f"f-{fill}", "fill", fill), (f"s-{stroke}", "stroke", stroke)]
    given: dict[str, Attribute] = dict(attributes)
    classes = [str(given.pop("look"))] if given.get("look") else []
    given.pop("look", None)
    for name, attribute, paint in paints:
        if paint:
            classes.append(name)
            given[attribute] = PAINT[paint]
    if tag in {"path", "rect"} and not fill:
        given["fill"] = "none"
    if classes:
        given["class"] = " ".join(classes)
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{words(_number(value))}"'
        for name, value in given.items()
        if value is not None
    )
    return f"<{tag}{written}>{''.join(inside)}</{tag}>" if inside else f"<{tag}{written}/>"


def _number(value: Attribute) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def label(
    text: str,
    x: float,
    y: float,
    *,
    size: float = 12,
    paint: str = "ink",
    anchor: str = "start",
    bold: bool = False,
    halo: bool = False,
) -> str:
    """One line of text."""
    return element(
        "text",
        words(text),
        fill=paint,
        stroke="paper" if halo else "",
        x=float(x),
        y=float(y),
        font_size=float(size),
        text_anchor=anchor,
        font_weight="700" if bold else None,
        stroke_width=4.0 if halo else None,
        paint_order="stroke" if halo else None,
    )


def wrapped(text: str, most: int, lines: int) -> list[str]:
    """Text in lines of so many characters; the last ends in an ellipsis where text is left."""
    found: list[str] = []
    for word in _TURNING.sub("", text).split():
        piece = word if len(word) <= most else f"{word[: most - 1]}…"
        if found and len(found[-1]) + 1 + len(piece) <= most:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    if len(found) > lines:
        last = found[lines - 1]
        found = [*found[: lines - 1], f"{last[: most - 2].rstrip(' ,;')} …"]
    return found


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture with its size in pixels, named for those who cannot see it."""

    width: float
    height: float
    title: str
    parts: tuple[str, ...]

    def written(self, *, alone: bool = False) -> str:
        """The picture as SVG; ``alone`` on a ground of its own, for a file."""
        ground = element("rect", fill="paper", width=self.width, height=self.height)
        return element(
            "svg",
            element("title", words(self.title)),
            *([ground] if alone else []),
            *self.parts,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {_number(float(self.width))} {_number(float(self.height))}",
            width=float(self.width),
            height=float(self.height),
            role="img",
            font_family="'Liberation Sans', 'Segoe UI', Arial, sans-serif",
        )


def linked(svg: str, anchor: str | None) -> str:
    """Part of a picture that leads to a place of the page."""
    return element("a", svg, href=f"#{anchor}") if anchor else svg
