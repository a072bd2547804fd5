"""Numbers for the evidence, and links both ways between sentences and highlighted words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from detente.brief.contents import Brief, Element, supported
from detente.brief.wording import labels
from detente.brief.wording.phrases import one_line, shortened
from detente.domain.drafts import ThirdParty
from detente.domain.evidence import Event, Reading, Span, Statement, ordered

# Of more links than these, to parts of the model and to words, the page folds the rest away.
MOST_PARTS, MOST_NUMBERS = 2, 3
LONGEST_TITLE = 220
LONGEST_LABEL = 36
MOST_HINTS = 800


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A numbered statement or event, with the words that it rests on.

    ``span`` runs from the first of them to the last; they are ``parted`` where others stand
    between.
    """

    id: str
    number: int
    caption: str
    quote: str
    document: str
    span: Span
    parted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link within the page; ``kind`` is ``evidence``, ``document`` or ``model``."""

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
        pieces: tuple[Span, ...]
        if isinstance(item, Event):
            caption = labels.occurred(item.type, item.status, item.date)
            quote, pieces = item.span.of(text), (item.span,)
        else:
            source = item.source
            words = source and (source.person or one_line(source.named.of(text)))
            caption = labels.heard(words or None, item.attitude, item.channel)
            pieces = item.content
            quote = " … ".join(piece.of(text) for piece in pieces)
        return Mark(
            id=item.id,
            number=number,
            caption=caption,
            quote=shortened(quote, LONGEST_TITLE),
            document=reading.document.id,
            span=Span(start=min(p.start for p in pieces), end=max(p.end for p in pieces)),
            parted=len(pieces) > 1,
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
        model = [self._model_link(one) for one in because if one in self.elements]
        papers = [self._document_link(one) for one in because if one in self._documents]
        numbers = [
            Link(label=str(m.number), anchor=m.id, kind="evidence", title=self._hint(m))
            for m in self.evidence(because)
        ]
        return (*model, *papers, *numbers)

    def _hint(self, mark: Mark) -> str:
        """What shows beside the pointer; in a large record the page would be half hints."""
        return mark.caption if len(self.marks) <= MOST_HINTS else ""

    def shown(self, because: Iterable[str]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
        """Links that stand after a sentence, and those that are folded away if they are several."""
        links = self.links(because)
        parts = [link for link in links if link.kind != "evidence"]
        words = [link for link in links if link.kind == "evidence"]
        first = (*parts[:MOST_PARTS], *words[:MOST_NUMBERS])
        rest = (*parts[MOST_PARTS:], *words[MOST_NUMBERS:])
        return (first, rest) if len(rest) > 1 else ((*parts, *words), ())

    def _model_link(self, element_id: str) -> Link:
        anchor, element = self.elements[element_id]
        return Link(
            label=shortened(self.label(element), LONGEST_LABEL),
            anchor=anchor,
            title=shortened(element.text, 90),
        )

    def _document_link(self, document_id: str) -> Link:
        number = self._documents[document_id]
        return Link(label=f"text {number}", anchor=f"document-{number}", kind="document")

    def label(self, element: Element) -> str:
        """Short name of an element of the model."""
        match element.kind:
            case "state":
                return element.id.replace(":", " ")
            case "preference":
                party, _, which = element.id.partition(".preference.")
                name = self._party_names.get(party, element.id)
                return labels.wish(name, int(which)) if which else element.id
            case "party":
                return element.text
            case "provision":
                return self._cites.get(element.id) or labels.A_PROVISION
            case "fact":
                return labels.A_FACT
            case _:
                return element.id

    @cached_property
    def _cites(self) -> dict[str, str]:
        provisions = self.brief.dispute.provisions if self.brief.dispute else ()
        return {provision.id: provision.cite for provision in provisions}

    @cached_property
    def _party_names(self) -> dict[str, str]:
        parties = self.brief.dispute.parties if self.brief.dispute else ()
        return {party.id: party.name for party in parties}

    @cached_property
    def uses(self) -> dict[str, tuple[Link, ...]]:
        """For each statement and event, the sentences and parts of the model that rest on it."""
        found: dict[str, list[Link]] = {}
        for section, number, passage in supported(self.brief):
            if section == "deal":
                continue  # its sentence is one of the answer's
            label = labels.used_in(section, number)
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
