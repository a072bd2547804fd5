"""What a drafted file says to the person who corrects it: sentences, sources, what was left out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from detente.domain.conditions import written
from detente.domain.dispute import Dispute
from detente.domain.drafts import Draft, ThirdParty
from detente.model.drafting.names import party_name
from detente.model.drafting.passages import Passages

# A comment is read beside the line that it explains, not instead of the text.
_LONGEST = 160

# Kind of table, party's id where it is within one, and what it is called there.
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """Comments: by table, and at the end of the file."""

    of: Mapping[Key, tuple[str, ...]]
    closing: tuple[str, ...] = ()


# Says in words what the first of some ids that leads to a sentence leads to; None if none does.
Quote = Callable[[Iterable[str]], str | None]


def quoting(passages: Passages) -> Quote:
    """Quote sentences of a record."""

    def quote(ids: Iterable[str]) -> str | None:
        passage = passages.first(ids)
        if passage is None:
            return None
        text = passage.text
        words = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        return f"“{words}” ({passage.source})"

    return quote


def remarks(draft: Draft, quote: Quote) -> Remarks:
    """Explain every element of a draft, and what was left out of it."""
    dispute = draft.dispute
    assert dispute is not None
    found = {key: tuple(_quoted(because, quote)) for key, because in _elements(dispute)}
    closing = []
    if draft.further:
        closing.append("Less central, so not in this model: `detente revise --take NAME` adds one.")
    closing += [
        _told(f"{each.name}: {each.option.text}.", each.option.because, quote)
        for each in draft.further
    ]
    closing += [_why_third(third, quote) for third in draft.third_parties]
    return Remarks(of=found, closing=tuple(closing))


def _elements(dispute: Dispute) -> Iterable[tuple[Key, tuple[str, ...]]]:
    for party in dispute.parties:
        for option in party.options:
            yield ("option", party.id, option.id), option.because
        for preference in party.preferences:
            says = ", ".join(map(written, preference.says))
            yield ("preference", party.id, says), preference.because
    for rule in dispute.rules:
        yield ("rule", "", written(rule.says)), rule.because
    for provision in dispute.provisions:
        yield ("provision", "", written(provision.says)), provision.because


def quoted_grounds(draft: Draft) -> Iterator[tuple[str, ...]]:
    """What each element rests on, and each thing left out: all that `remarks` will quote from."""
    if draft.dispute is not None:
        yield from (because for _, because in _elements(draft.dispute))
    yield from (each.option.because for each in draft.further)
    yield from (third.because for third in draft.third_parties)


def _quoted(because: Iterable[str], quote: Quote) -> list[str]:
    """The first sentence that an element rests on, with its source; nothing if there is none."""
    words = quote(because)
    return [] if words is None else [words]


def _told(what: str, because: Iterable[str], quote: Quote) -> str:
    return " ".join([what, *_quoted(because, quote)])


def _why_third(third: ThirdParty, quote: Quote) -> str:
    does = "speaks" if third.speaks else "is mentioned"
    what = f"{party_name(third.code).name} ({third.code}) {does}, and has no option here."
    return _told(what, third.because, quote)
