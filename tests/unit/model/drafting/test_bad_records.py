"""Records that no good first draft can be made of: what is drafted, and what is said?"""

from detente.lexicon.parties import gazetteer
from detente.model.drafting.central import MOST_OPTIONS
from detente.model.drafting.draft import draft

from .drafts import drafted, findings, options, read

FIRST = (
    "Kenya refused to reopen the border. Somalia refused to withdraw its soldiers. Kenya demanded"
    " that Somalia withdraw its soldiers."
)
SECOND = (
    "Chile refused to lift the tariffs. Peru refused to release the fishermen. Chile demanded that"
    " Peru release the fishermen."
)


def test_nothing_at_all() -> None:
    found = draft([])
    assert found.dispute is None
    assert findings(found) == ["no-dispute"]


def test_one_side_only() -> None:
    found = drafted("Kenya refused to reopen the border.")
    assert found.dispute is None
    assert "only Kenya" in found.findings[-1].what or "only Kenya" in str(found.findings)


def test_nobody_has_anything_to_decide() -> None:
    found = drafted("Kenya said it had rained. Somalia said it had not.")
    assert found.dispute is None
    assert "no-dispute" in findings(found)


def test_two_disputes_at_once_are_told_apart_and_the_way_out_is_named() -> None:
    found = drafted(FIRST, SECOND)
    (told,) = [f for f in found.findings if f.code == "several-disputes"]
    assert "Kenya, Somalia" in told.what
    assert "Chile, Peru" in told.what
    assert "detente init" in told.fix
    assert "several-disputes" not in findings(drafted(FIRST))
    joined = "Kenya demanded that Peru release the fishermen."
    assert "several-disputes" not in findings(drafted(FIRST, SECOND, joined))


def test_a_hundred_parties_give_a_model_that_can_be_read_and_name_the_rest() -> None:
    states = [p for p in gazetteer().parties if p.kind == "country" and " " not in p.name][:100]
    lines = [
        f"{one.name} demanded that {other.name} withdraw its soldiers."
        for one, other in zip(states, [*states[1:], states[0]], strict=True)
    ]
    found = drafted(" ".join(lines))
    assert 2 <= len(options(found)) <= MOST_OPTIONS
    assert len(found.further) > 50
    assert not {further.name for further in found.further} & set(options(found))


def test_everybody_contradicting_everybody_ends_with_a_draft_and_a_bounded_list() -> None:
    lines = []
    for year in range(30):
        verb = "refused" if year % 2 else "offered"
        lines.append(f"Kenya {verb} to reopen the border. Somalia {verb} to withdraw its soldiers.")
    found = draft([read(line, str(1990 + year)) for year, line in enumerate(lines)])
    assert found.dispute is not None
    assert len(found.findings) < 50
    assert len(found.shifts) == 2
    assert all(shift.before and shift.after for shift in found.shifts)


def test_texts_in_which_nobody_speaks() -> None:
    found = drafted("The river rose by two metres. The bridge at the border was closed.")
    assert found.dispute is None
    assert found.findings
