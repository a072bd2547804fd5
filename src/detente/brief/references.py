"""Numbers for the evidence, and links both ways between sentences and highlighted words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from detente.brief import sentences as say
from detente.brief.contents import Brief, Element, supported
from detente.brief.phrases import one_line, ordinal, shortened
from detente.domain.drafts import ThirdParty
from detente.domain.evidence import Event, Reading, Statement, ordered

# A sentence that rests on more than this many statements links to the rest by their list.
MOST_NUMBERS = 10
LONGEST_TITLE = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A numbered statement or event; ``kind`` tells which."""

    id: str
    number: int
    kind: str
    caption: str
    quote: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link within the page; ``kind`` is ``evidence``, ``more`` or ``model``."""

    label: str
    anchor: str
    kind: str = "model"
    title: str = ""


@dataclass(frozen=True)
class References:
    """Looks up what a sentence rests on, and what rests on a piece of evidence."""

    brief: Brief

    @cached_property
    def marks(self) -> dict[str, Mark]:
        """Statements and events by id, numbered in the order of the documents."""
        found: list[tuple[Reading, Statement | Event]] = []
        for reading in self.brief.readings:
            items: list[Statement | Event] = [*reading.statements, *reading.events]
            found += [(reading, item) for item in sorted(items, key=_place)]
        return {
            item.id: self._mark(number, reading, item)
            for number, (reading, item) in enumerate(found, start=1)
        }

    def _mark(self, number: int, reading: Reading, item: Statement | Event) -> Mark:
        text = reading.document.text
        if isinstance(item, Event):
            caption = say.occurred(item.type, item.status, item.date)
            quote = item.span.of(text)
        else:
            source = item.source
            words = source and (source.person or one_line(source.named.of(text)))
            caption = say.heard(words or None, item.attitude, item.channel)
            quote = " … ".join(piece.of(text) for piece in item.content)
        return Mark(
            id=item.id,
            number=number,
            kind="event" if isinstance(item, Event) else "statement",
            caption=caption,
            quote=shortened(quote, LONGEST_TITLE),
            document=reading.document.id,
        )

    @cached_property
    def elements(self) -> dict[str, tuple[str, Element]]:
        """Anchor and element of the model, by id."""
        return {e.id: (f"m{n}", e) for n, e in enumerate(self.brief.elements, start=1)}

    def anchor(self, element_id: str) -> str:
        """Anchor of an element of the model."""
        return self.elements[element_id][0]

    @cached_property
    def _claims(self) -> dict[str, tuple[str, ...]]:
        return {claim.id: claim.support for claim in self.brief.claims}

    @cached_property
    def _documents(self) -> dict[str, int]:
        return {r.document.id: n for n, r in enumerate(self.brief.readings, start=1)}

    def evidence(self, because: Iterable[str]) -> tuple[Mark, ...]:
        """Statements and events that a ``because`` names, directly or by a claim, by number."""
        expanded = [one for id_ in because for one in self._claims.get(id_, (id_,))]
        found = [self.marks[one] for one in ordered(expanded) if one in self.marks]
        return tuple(sorted(found, key=lambda mark: mark.number))

    def links(self, because: Iterable[str]) -> tuple[Link, ...]:
        """Links from a sentence to the words, and to the parts of the model, it rests on."""
        because = tuple(because)
        marks = self.evidence(because)
        model = [self._model_link(one) for one in because if one in self.elements]
        papers = [self._document_link(one) for one in because if one in self._documents]
        numbers = [
            Link(label=str(m.number), anchor=m.id, kind="evidence", title=f"{m.caption}. {m.quote}")
            for m in marks[:MOST_NUMBERS]
        ]
        rest = len(marks) - MOST_NUMBERS
        more = [Link(label=f"+{rest}", anchor="sources", kind="more")] if rest > 0 else []
        return (*model, *papers, *numbers, *more)

    def _model_link(self, element_id: str) -> Link:
        anchor, element = self.elements[element_id]
        return Link(label=self.label(element), anchor=anchor, title=element.text)

    def _document_link(self, document_id: str) -> Link:
        number = self._documents[document_id]
        return Link(label=f"document {number}", anchor=f"document-{number}", kind="more")

    def label(self, element: Element) -> str:
        """Short name of an element of the model."""
        match element.kind:
            case "state":
                return element.id.replace(":", " ")
            case "preference":
                party, _, which = element.id.partition(".preference.")
                name = self._party_names.get(party, element.id)
                return f"{name}, {ordinal(int(which))} preference" if which else element.id
            case "party":
                return element.text
            case "provision":
                return "provision"
            case _:
                return element.id

    @cached_property
    def _party_names(self) -> dict[str, str]:
        parties = self.brief.dispute.parties if self.brief.dispute else ()
        return {party.id: party.name for party in parties}

    @cached_property
    def uses(self) -> dict[str, tuple[Link, ...]]:
        """For each statement and event, the sentences and parts of the model that rest on it."""
        found: dict[str, list[Link]] = {}
        for section, number, passage in supported(self.brief):
            label = say.used_in(section, number)
            if isinstance(passage, ThirdParty):
                label = passage.name
            for mark in self.evidence(passage.because):
                found.setdefault(mark.id, []).append(
                    Link(label=label, anchor=f"{section}-{number}")
                )
        for anchor, element in self.elements.values():
            for mark in self.evidence(element.because):
                found.setdefault(mark.id, []).append(Link(label=self.label(element), anchor=anchor))
        for claim in self.brief.claims:
            for mark in self.evidence((claim.id,)):
                found.setdefault(mark.id, []).append(Link(label="claim", anchor=claim.id))
        return {id_: tuple(dict.fromkeys(links)) for id_, links in found.items()}


def _place(item: Statement | Event) -> tuple[int, int]:
    span = item.span if isinstance(item, Event) else item.extent
    return span.start, span.end
