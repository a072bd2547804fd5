"""What law forbids until, or unless, something is done, in whatever verbs."""

import pytest

from detente.domain.evidence import Requirement

from .sentences import party, read

UNTIL = [
    "The treaty forbids Kenya to repaint the buoys until Oman dredges the channel.",
    "The treaty does not let Kenya repaint the buoys unless Oman dredges the channel.",
    "The court forbade Kenya to repaint the buoys until Oman had dredged the channel.",
    "The pact bars Kenya from repainting the buoys until Oman dredges the channel, Oman said.",
    "Under the pact, Kenya may not repaint the buoys until Oman dredges the channel.",
    "Under the pact Kenya may repaint the buoys only if Oman dredges the channel.",
]
BY_NOBODY = [
    "Under the law the buoys may not be repainted until Oman has dredged the channel, Kenya said.",
    "By law the buoys cannot be repainted before Oman dredges the channel, Kenya said.",
    "The buoys will not be repainted until Oman dredges the channel, Kenya said.",
]
NONE = [
    "The buoys were repainted before Oman dredged the channel.",
    "The harvest will be lost if Oman dredges the channel.",
    "Under the pact Kenya may not repaint the buoys unless it faces a threat.",
]


def _tied(text: str) -> list[tuple[str, str | None, str, str | None]]:
    return [
        (r.benefit.act, party(r.benefit.agent), need.act, party(need.agent))
        for r in _conditions(text) if r.benefit is not None for need in r.needs
    ]  # fmt: skip


def _conditions(text: str) -> list[Requirement]:
    return [r for r in read(text).requirements if not r.duty]


@pytest.mark.parametrize("text", UNTIL)
def test_law_forbids_until_another_party_does_something(text: str) -> None:
    assert _tied(text) == [("repaint", "KEN", "dredge", "OMN")]
    assert [r.ground for r in _conditions(text)] == ["law"]


@pytest.mark.parametrize("text", BY_NOBODY)
def test_who_does_what_is_given_may_be_left_open(text: str) -> None:
    assert _tied(text) == [("repaint", None, "dredge", "OMN")]


@pytest.mark.parametrize("text", NONE)
def test_what_sets_no_condition(text: str) -> None:
    assert not _tied(text)


def test_what_is_forbidden_is_what_hangs_on_it_and_not_that_it_is_let() -> None:
    text = "The treaty does not let Chile reopen the ports unless Peru releases the fishermen."
    assert _tied(text) == [("open", "CHL", "release", "PER")]
