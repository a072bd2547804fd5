"""What each party wants, can do, and who spoke for it."""

from collections.abc import Iterator

from detente.brief.contents import Position
from detente.brief.forms.blocks import (
    Block,
    Card,
    Cards,
    Items,
    Line,
    Mark,
    Passage,
    Table,
    cell,
)
from detente.brief.forms.context import Context
from detente.brief.wording import labels, outcomes, people
from detente.brief.wording.phrases import capital, the
from detente.domain.dispute import Option, Party, Preference


def positions(laid: Context) -> Iterator[Block]:
    """Each party against each option."""
    dispute = laid.brief.dispute
    if dispute is None or not laid.brief.positions:
        return
    by_option: dict[str, list[Position]] = {}
    for position in laid.brief.positions:
        by_option.setdefault(position.option, []).append(position)
    lines = tuple(
        Line(
            cells=(
                Passage(text=option.text, because=(name,), lead=f"{party.name}:"),
                *(_stance(laid, position) for position in by_option[name]),
            ),
            anchor=f"position-{n}",
        )
        for n, (name, party, option) in enumerate(dispute.named_options(), start=1)
        if name in by_option
    )
    heads = (labels.ISSUE, *(party.name for party in dispute.parties))
    yield Table(
        name="positions",
        heads=heads,
        lines=lines,
        caption=labels.POSITIONS_CAPTION,
        note=labels.POSITIONS_NOTE,
    )


def _stance(laid: Context, position: Position) -> Passage:
    if position.stance == "silent":
        return cell(labels.STANCES["silent"])
    strength = labels.voiced(position.strength)
    trend = labels.TRENDS[position.trend] if position.trend else labels.ONE_DAY
    notes = [f"{labels.pips(position.strength)} {strength}", trend] if strength else []
    text = position.wish and f"wants {position.wish}"
    return Passage(
        text=text,
        because=position.because,
        mark=_stance_mark(laid, position),
        lead=capital(labels.STANCES[position.stance]) + ("." if not text else ":"),
        tags=tuple(notes),
    )


def _stance_mark(laid: Context, position: Position) -> Mark:
    wish = next((one for one in position.because if one in laid.references.elements), None)
    return laid.mark_of(laid.references.elements[wish][1]) if wish else "drafted"


def parties(laid: Context) -> Iterator[Block]:
    """The model's parties with what they can and want, who spoke, and all claims."""
    brief = laid.brief
    if brief.dispute:
        cards = tuple(
            _card(laid, number, party) for number, party in enumerate(brief.dispute.parties)
        )
        yield Cards(cards=cards)
    if brief.speakers:
        spoke = tuple(
            Passage(text=s.text, because=s.because, anchor=f"speakers-{n}", mark="quoted")
            for n, s in enumerate(brief.speakers, start=1)
        )
        yield Items(title=labels.SPEAKERS, items=spoke)
    if brief.third_parties:
        others = tuple(
            Passage(
                text=people.third_party(the(t.name)) if brief.dispute else t.name,
                because=t.because,
                anchor=f"third_parties-{n}",
            )
            for n, t in enumerate(brief.third_parties, start=1)
        )
        yield Items(title=labels.OTHERS, items=others)
    if brief.claims:
        claims = tuple(
            Passage(
                text=capital(claim.text),
                because=(claim.id,),
                anchor=claim.id,
                mark="quoted",
                lead=f"{people.claim_by(brief.name(claim.party))}:",
                tags=laid.review(claim),
            )
            for claim in brief.claims
        )
        yield Items(title=labels.all_claims(len(claims)), items=claims, look="folded")
    if not (brief.dispute or brief.speakers or brief.third_parties or brief.claims):
        yield Items(items=(Passage(text=labels.NOBODY),))


def _card(laid: Context, number: int, party: Party) -> Card:
    elements = laid.references.elements
    can = tuple(
        laid.element(elements[f"{party.id}.{option.id}"], option.text, _once(laid, option))
        for option in party.options
    ) or (Passage(text=labels.NOTHING_TO_DO),)
    wants = tuple(
        _wish(laid, party, place, preference)
        for place, preference in enumerate(party.preferences, start=1)
    )
    if not wants:
        known = party.ranking or party.weights
        text = (
            people.ranked(the(party.name))
            if known
            else (outcomes.preferences_unknown(the(party.name)))
        )
        kind = "ranking" if party.ranking else "weights"
        anchor = elements[f"{party.id}.{kind}"][0] if known else ""
        wants = (Passage(text=text, anchor=anchor),)
    own = laid.brief.parties[number] if number < len(laid.brief.parties) else None
    who = Passage(
        text=labels.DECISION_MAKER,
        because=tuple(one for one in own.because if one not in elements) if own else (),
        anchor=f"parties-{number + 1}",
    )
    many = len(party.preferences) > 1
    return Card(
        title=party.name,
        code=party.code or "",
        anchor=elements[party.id][0],
        blocks=(
            Items(items=(who,)),
            Items(title=labels.CAN, items=can),
            Items(title=labels.WANTS_FIRST if many else labels.WANTS, items=wants, numbered=many),
        ),
    )


def _once(laid: Context, option: Option) -> tuple[str, ...]:
    return () if option.reversible == "yes" else (labels.ONCE[option.reversible],)


def _wish(laid: Context, party: Party, place: int, preference: Preference) -> Passage:
    placed = laid.references.elements[f"{party.id}.preference.{place}"]
    tags = [labels.BASES[preference.basis]]
    tags += [labels.UNSURE] if preference.unsure else []
    mark = laid.mark_of(placed[1])
    tags += [labels.UNREVIEWED] if mark == "drafted" and preference.because else []
    return laid.element(placed, placed[1].text, tuple(tags))
