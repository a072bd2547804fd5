"""What a page, a PDF or a line of Markdown can hold of other people's characters."""

import re

# Control characters, halves of surrogate pairs, and the two marks that force a direction on
# whatever follows them: they would let a quotation spell something else than its text.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]"
)
# Embeddings are left out: browsers end them with their block, which may be ours.
_EMBEDDING = re.compile(r"[\u202a-\u202c]")
_ISOLATE = re.compile(r"[\u2066-\u2069]")
_PDI = "\u2069"


def printable(text: str) -> str:
    """The text with a mark of replacement for what cannot be shown, and no open direction."""
    text = _EMBEDDING.sub("", _UNPRINTABLE.sub("\ufffd", text))
    return _balanced(text) if _ISOLATE.search(text) else text


def _balanced(text: str) -> str:
    """Isolates closed where they are open at the end; ends without a beginning left out."""
    found: list[str] = []
    depth = 0
    for character in text:
        if character == _PDI:
            if depth == 0:
                continue
            depth -= 1
        elif _ISOLATE.match(character):
            depth += 1
        found.append(character)
    return "".join(found) + _PDI * depth


def unprintable(text: str) -> bool:
    """Whether something in it cannot be shown as it is."""
    return _UNPRINTABLE.search(text) is not None
