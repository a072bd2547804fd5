"""What the sections of a brief share: the brief, its links, and how things are marked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from detente.brief.contents import Brief, Element, Sentence
from detente.brief.forms.blocks import Mark, Passage
from detente.brief.forms.graph import Anchor, arrow
from detente.brief.forms.references import References
from detente.brief.wording import labels
from detente.domain.evidence import Claim


@dataclass(frozen=True)
class Context:
    """One brief that is being laid out; its pictures lead to places of the page if it is one."""

    brief: Brief
    references: References
    linked: bool = False

    def answers(self, wanted: Callable[[Sentence], bool]) -> tuple[Passage, ...]:
        """Sentences of the answer of one kind, under their numbers in the whole answer."""
        return tuple(
            Passage(text=s.text, because=s.because, anchor=f"answer-{n}", mark="computed")
            for n, s in enumerate(self.brief.answer, start=1)
            if wanted(s)
        )

    def rest(self, *, law: bool) -> tuple[Passage, ...]:
        """Sentences of the answer that the top leaves out: those on the law, or the others."""
        if not any(sentence.lead for sentence in self.brief.answer):
            return ()
        cited = {p.id for p in self.brief.dispute.provisions} if self.brief.dispute else set()
        return self.answers(
            lambda s: not s.lead and not s.caveat and bool(cited & set(s.because)) == law
        )

    def passages(self, section: str, sentences: Iterable[Sentence]) -> tuple[Passage, ...]:
        """Sentences of a section, numbered; all of them are computed."""
        return tuple(
            Passage(text=s.text, because=s.because, anchor=f"{section}-{n}", mark="computed")
            for n, s in enumerate(sentences, start=1)
        )

    def mark_of(self, element: Element) -> Mark:
        """Judged, if a person put it there or accepted one of the claims that it rests on."""
        found = (self.brief.judgements.get(one) for one in element.because)
        accepted = any(judgement and judgement.decision == "accepted" for judgement in found)
        return "judged" if element.judged or accepted else "drafted"

    def review(self, claim: Claim) -> tuple[str, ...]:
        """Who decided what on a claim; or that nobody has."""
        judgement = self.brief.judgements.get(claim.id)
        if judgement is None:
            return (labels.UNREVIEWED,)
        return (labels.decision(judgement.decision, judgement.by, judgement.at),)

    def element(self, placed: tuple[str, Element], text: str, tags: tuple[str, ...]) -> Passage:
        """A part of the model as a passage, with its own evidence."""
        anchor, element = placed
        return Passage(
            text=text,
            because=element.because,
            anchor=anchor,
            tags=tags,
            mark=self.mark_of(element),
        )

    def anchor_of(self) -> Anchor:
        """Where states and arrows of a picture lead to: nowhere, unless on a page."""
        elements = self.references.elements
        edges = {arrow(d): f"departures-{n}" for n, d in enumerate(self.brief.departures, 1)}

        def anchor(name: str) -> str | None:
            if not self.linked:
                return None
            return edges.get(name) or (elements[name][0] if name in elements else None)

        return anchor
