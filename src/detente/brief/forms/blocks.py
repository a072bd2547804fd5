"""What a brief is laid out in: passages, lists, tables, pictures and cards."""

from dataclasses import dataclass, replace
from typing import Literal

from detente.brief.forms.svg import Drawing
from detente.brief.wording import labels

Mark = Literal["computed", "quoted", "drafted", "judged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some words with what they rest on.

    ``lead`` stands before the words and names what they are about; ``tags`` are short notes
    after them; ``mark`` says where they come from.
    """

    text: str
    because: tuple[str, ...] = ()
    anchor: str = ""
    mark: Mark | None = None
    lead: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list of passages."""

    items: tuple[Passage, ...]
    title: str = ""
    numbered: bool = False
    look: str = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a table; ``looks`` are names that a style sheet knows."""

    cells: tuple[Passage, ...]
    anchor: str = ""
    looks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the first cell of each line names it."""

    name: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    caption: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture; the table or list that follows it says the same in words."""

    name: str
    drawing: Drawing
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Something that stands beside others of its kind."""

    title: str
    blocks: tuple["Items", ...]
    anchor: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Things side by side; ``look`` names how."""

    cards: tuple[Card, ...]
    look: str = "cards"


Block = Items | Table | Picture | Cards


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the brief under one heading."""

    id: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """Its heading."""
        return labels.SECTIONS[self.id]


def cell(text: object, *because: str) -> Passage:
    """Few words in a table."""
    return Passage(text=str(text), because=because)


def tagged(passage: Passage, tags: tuple[str, ...]) -> Passage:
    """The same passage with other notes after it."""
    return replace(passage, tags=tags)
