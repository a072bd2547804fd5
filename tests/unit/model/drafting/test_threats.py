"""Is what somebody threatens told from what it offers, where the verbs alone do not say?"""

import pytest

from .drafts import conditions, drafted, options

QUARREL = "Chile keeps an archive of Peru's. Peru lends Chile a crane. "

THREATS = [
    "Peru threatened to rename the square if Chile publishes the archive.",
    "Peru warned that it would rename the square if Chile published the archive.",
    "Peru would rename the square if Chile published the archive, its minister warned.",
    "If Chile burns the archive, Peru will take back the crane, Lima said.",
    "If Chile repaints the archive, Peru will pull out of the scheme, Lima said.",
    "Should the closure of the archive go on, Peru would strip Chile of the trophy, Lima said.",
    "If Chile renames the strait, Peru will stop paying for the lighthouse, Lima said.",
    "If Chile goes ahead with the levy, Peru will rename the square, Lima said.",
    "If Chile holds on to the levy, Peru will rename the square, Lima said.",
]


@pytest.mark.parametrize("said", THREATS)
def test_who_is_threatened_is_spared_if_it_does_not(said: str) -> None:
    (found,) = conditions(QUARREL + said)
    benefit, _, need = found.partition(" if ")
    assert ".not " in benefit
    assert ".not " in need or "lift levy" in need


OFFERS = [
    "If Chile hands over the archive, Peru will repaint the crane, Lima said.",
    "Peru would halt the drilling if Chile handed over the archive, Lima said.",
    "Peru would lend Chile a second crane if it published the archive, Lima said.",
]


@pytest.mark.parametrize("said", OFFERS)
def test_who_is_offered_something_gets_it_for_doing_it(said: str) -> None:
    assert all("PER.not " not in each for each in conditions(QUARREL + said))


def test_what_is_to_be_stopped_goes_on_today() -> None:
    found = drafted(
        "Chile plans sanctions on Peru. Peru will stop accepting flights of migrants if Chile "
        "imposes the sanctions, Lima said."
    )
    assert options(found)["PER.admit"]
