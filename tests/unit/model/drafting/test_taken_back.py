"""Refusals, offers, threats and demands that are taken back: what is left of them?"""

import pytest

from .drafts import drafted, wishes

BEFORE = (
    "Kenya closed its border with Somalia in May. Kenya demanded that Somalia release the"
    " fishermen. Somalia called for the reopening of the border by Kenya."
)
KEPT, GIVEN = "KEN: KEN.close", "KEN: not KEN.close"

TAKEN_BACK = [
    # What was refused will be done.
    ("Kenya has given up its opposition to the reopening of the border.", {GIVEN}),
    ("Kenya's opposition to the reopening of the border has been abandoned.", {GIVEN}),
    ("Kenya dropped its objections to reopening the border.", {GIVEN}),
    ("Kenya has not given up its opposition to the reopening of the border.", {KEPT}),
    ("Kenya is against reopening the border.", {KEPT}),
    ("Kenya is opposed to reopening the border.", {KEPT}),
    # What was offered will not.
    ("Somalia took back its offer to release the fishermen.", {"SOM: not SOM.release"}),
    ("Somalia broke its promise to release the fishermen.", {"SOM: not SOM.release"}),
    ("Somalia reneged on its promise to release the fishermen.", {"SOM: not SOM.release"}),
]


@pytest.mark.parametrize(("text", "wanted"), TAKEN_BACK)
def test_what_is_taken_back_turns(text: str, wanted: set[str]) -> None:
    owner = text.split(maxsplit=1)[0].removesuffix("'s")
    code = {"Kenya": "KEN", "Somalia": "SOM"}[owner]
    found = {w for w in wishes(drafted(f"{BEFORE} {text}")) if w.startswith(f"{code}: ")}
    assert wanted <= found
    turned = {
        w.replace(": not ", ": ") if ": not " in w else w.replace(": ", ": not ") for w in wanted
    }
    assert not turned & found


NO_LONGER_ASKED = [
    "Somalia dropped its demand that Kenya reopen the border.",
    "Somalia no longer demands that Kenya reopen the border.",
    "Somalia no longer insists on the reopening of the border.",
    "Somalia has given up its demand for the reopening of the border.",
    "Somalia withdrew its request that Kenya reopen the border.",
]
ASKED_AGAIN = [
    "Somalia repeated its demand that Kenya reopen the border.",
    "Somalia has not dropped its demand that Kenya reopen the border.",
]


@pytest.mark.parametrize("later", NO_LONGER_ASKED)
def test_who_no_longer_asks_does_not_want_it_nor_its_contrary(later: str) -> None:
    found = set(wishes(drafted(BEFORE, later)))
    assert "SOM: not KEN.close" not in found
    assert "SOM: KEN.close" not in found


@pytest.mark.parametrize("later", ASKED_AGAIN)
def test_who_asks_again_still_wants_it(later: str) -> None:
    assert "SOM: not KEN.close" in set(wishes(drafted(BEFORE, later)))
