"""Does a newer draft come in, and does everything that an analyst has set stay?"""

from dataclasses import replace

import pytest

from detente.domain.conditions import Both, Not, Taken, written
from detente.domain.dispute import Dispute, Rule
from detente.model.drafting.revising import Revision, revise
from detente.model.files import loads

DRAFTED = """
format = 1
name = "Border"
status_quo = ["kenya.close"]

[[party]]
id = "kenya"
name = "Kenya"
code = "KEN"

  [[party.option]]
  id = "close"
  text = "Keep the border closed"
  because = ["cla_1"]

  [[party.preference]]
  says = "somalia.withdraw"
  because = ["cla_2"]

  [[party.preference]]
  says = "close"
  unsure = true
  because = ["cla_1"]

[[party]]
id = "somalia"
name = "Somalia"
code = "SOM"

  [[party.option]]
  id = "withdraw"
  text = "Withdraw soldiers"
  because = ["cla_3"]

  [[party.preference]]
  says = "not withdraw"
  because = ["cla_3"]

[[provision]]
id = "law_1"
cite = "the law as stated by Kenya"
says = "not kenya.close requires somalia.withdraw"
because = ["cla_4"]
"""
RELEASE = """
  [[party.option]]
  id = "release"
  text = "Release the fishermen"
  because = ["cla_9"]
"""


def dispute(text: str) -> Dispute:
    found, findings = loads(text)
    assert found is not None, findings
    return found


def changed(*swaps: tuple[str, str]) -> Dispute:
    """The drafted file with some of its words exchanged."""
    text = DRAFTED
    for old, new in swaps:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return dispute(text)


def revised(now: Dispute, draft: Dispute) -> Revision:
    return revise(dispute(DRAFTED), now, draft)


def wishes(found: Dispute, party: str) -> list[str]:
    return [written(p.says[0]) for p in found.party(party).preferences]


def options(found: Dispute) -> list[str]:
    return [name for name, _, _ in found.named_options()]


WITH_RELEASE = (
    ("  because = [\"cla_1\"]\n\n  [[party.preference]]\n  says = \"somalia", (
        "  because = [\"cla_1\"]\n" + RELEASE + "\n  [[party.preference]]\n  says = \"somalia")),
)  # fmt: skip


# --- nothing set by hand -----------------------------------------------------------------------


def test_the_same_draft_changes_nothing() -> None:
    found = revised(dispute(DRAFTED), dispute(DRAFTED))
    assert found.dispute == dispute(DRAFTED)
    assert not found.differs
    assert not found.left
    assert not found.findings


def test_what_nobody_touched_follows_the_draft() -> None:
    newer = changed(
        ('status_quo = ["kenya.close"]', "status_quo = []"),
        ('text = "Withdraw soldiers"', 'text = "Withdraw all soldiers"'),
        *WITH_RELEASE,
    )
    found = revised(dispute(DRAFTED), newer)
    assert found.dispute == newer
    assert found.added == ("kenya.release",)
    assert set(found.changed) == {"somalia.withdraw", "kenya.close is not taken today"}


def test_what_the_record_no_longer_shows_goes_if_nobody_touched_it() -> None:
    before = changed(*WITH_RELEASE)
    found = revise(before, before, dispute(DRAFTED))
    assert found.dispute == dispute(DRAFTED)
    assert found.removed == ("kenya.release",)


# --- set by hand ------------------------------------------------------------------------------

BY_HAND = [
    ('text = "Withdraw soldiers"', 'text = "Bring the soldiers home"'),
    ('cite = "the law as stated by Kenya"', 'cite = "Border Act, sec. 3"\ntext_checked = true'),
    ("  unsure = true\n", ""),
    ('status_quo = ["kenya.close"]', "status_quo = []"),
    ('name = "Border"', 'name = "Closure of the border"'),
    ('  text = "Keep the border closed"\n',
     '  text = "Keep the border closed"\n  reversible = "once_dropped"\n'),
    ('  [[party.preference]]\n  says = "close"\n  unsure = true\n  because = ["cla_1"]\n', ""),
    ('  says = "not withdraw"\n', '  says = "not withdraw or kenya.close"\n'),
]  # fmt: skip


@pytest.mark.parametrize("swap", BY_HAND, ids=[old.strip()[:40] for old, _ in BY_HAND])
def test_whatever_is_set_by_hand_stays(swap: tuple[str, str]) -> None:
    now = changed(swap)
    assert revised(now, dispute(DRAFTED)).dispute == now
    with_news = revised(now, changed(*WITH_RELEASE))
    assert "kenya.release" in options(with_news.dispute)
    without_news = replace(
        with_news.dispute,
        parties=tuple(
            replace(p, options=tuple(o for o in p.options if o.id != "release"))
            for p in with_news.dispute.parties
        ),
    )
    assert without_news == now


def test_what_was_removed_by_hand_does_not_come_back() -> None:
    before = changed(*WITH_RELEASE)
    found = revise(before, dispute(DRAFTED), before)
    assert "kenya.release" not in options(found.dispute)
    assert found.left == ("kenya.release",)


def test_both_changed_the_same_and_the_analyst_is_kept_with_a_finding() -> None:
    now = changed(('text = "Withdraw soldiers"', 'text = "Bring the soldiers home"'))
    newer = changed(('text = "Withdraw soldiers"', 'text = "Withdraw all soldiers"'))
    found = revised(now, newer)
    assert found.dispute.party("somalia").options[0].text == "Bring the soldiers home"
    assert [f.code for f in found.findings] == ["revision-conflict"]
    assert "Withdraw all soldiers" in found.findings[0].what


def test_what_was_changed_by_hand_stays_although_the_record_lost_it() -> None:
    now = changed(('cite = "the law as stated by Kenya"', 'cite = "Border Act, sec. 3"'))
    newer = replace(dispute(DRAFTED), provisions=())
    found = revised(now, newer)
    assert [law.cite for law in found.dispute.provisions] == ["Border Act, sec. 3"]
    assert [f.code for f in found.findings] == ["revision-conflict"]


def test_an_option_that_a_line_of_the_analyst_names_is_not_removed() -> None:
    before = changed(*WITH_RELEASE)
    both = Not(Both(Taken("kenya.release"), "and", Taken("kenya.close")))
    party = before.party("kenya")
    now = replace(before, rules=(Rule(says=both),))
    found = revise(before, now, dispute(DRAFTED))
    assert "kenya.release" in options(found.dispute)
    assert found.dispute.party("kenya").options == party.options
    assert [f.code for f in found.findings] == ["revision-conflict"]


def test_evidence_of_the_analyst_is_the_analysts() -> None:
    now = changed(('  text = "Withdraw soldiers"\n  because = ["cla_3"]\n',
                   '  text = "Withdraw soldiers"\n  because = "analyst"\n'))  # fmt: skip
    newer = changed(('  text = "Withdraw soldiers"\n  because = ["cla_3"]\n',
                     '  text = "Withdraw soldiers"\n  because = ["cla_3", "cla_7"]\n'))  # fmt: skip
    found = revised(now, newer)
    assert found.dispute.party("somalia").options[0].because == ("analyst",)
    assert not found.findings


# --- the order of preferences ------------------------------------------------------------------

WISH = """  says = "not somalia.withdraw requires close"
  because = ["cla_8"]

  [[party.preference]]
"""
NEW_WISH = ('  says = "close"\n  unsure = true\n', f'{WISH}  says = "close"\n  unsure = true\n')


def swapped() -> Dispute:
    party = dispute(DRAFTED).party("kenya")
    return dispute(DRAFTED).with_party(replace(party, preferences=party.preferences[::-1]))


def test_a_new_wish_stands_where_the_draft_has_it() -> None:
    found = revised(dispute(DRAFTED), changed(NEW_WISH))
    middle = "not somalia.withdraw requires kenya.close"
    assert wishes(found.dispute, "kenya") == ["somalia.withdraw", middle, "kenya.close"]


def test_an_order_set_by_hand_stays_and_a_new_wish_goes_below_its_upper_neighbour() -> None:
    found = revised(swapped(), changed(NEW_WISH))
    assert wishes(found.dispute, "kenya") == [
        "kenya.close",
        "somalia.withdraw",
        "not somalia.withdraw requires kenya.close",
    ]
    assert not found.findings


def test_a_new_order_comes_in_where_the_analyst_set_none() -> None:
    found = revised(dispute(DRAFTED), swapped())
    assert wishes(found.dispute, "kenya") == ["kenya.close", "somalia.withdraw"]


def test_a_ranking_in_place_of_statements_is_the_analysts() -> None:
    ranked = dispute(DRAFTED).with_party(
        replace(dispute(DRAFTED).party("kenya"), preferences=(), weights={"kenya.close": 1.0})
    )
    found = revised(ranked, changed(NEW_WISH))
    assert found.dispute.party("kenya").weights == {"kenya.close": 1.0}
    assert found.dispute.party("kenya").preferences == ()
    assert found.left == ("the preferences of kenya",)


def test_a_wish_about_an_option_that_was_removed_by_hand_stays_out() -> None:
    now = dispute(DRAFTED)
    now = replace(
        now,
        status_quo=frozenset(),
        provisions=(),
        parties=tuple(
            replace(p, options=(), preferences=p.preferences[:1]) if p.id == "kenya" else p
            for p in now.parties
        ),
    )
    found = revised(now, changed(NEW_WISH))
    assert options(found.dispute) == ["somalia.withdraw"]
    assert wishes(found.dispute, "kenya") == ["somalia.withdraw"]
    assert "kenya: not somalia.withdraw requires kenya.close" in found.left
