import json

import pytest
from numpy.random import default_rng

from detente.analysis.graph import graph_of
from detente.analysis.stability import ListedGame
from detente.cli.app import main
from detente.domain.dispute import Dispute, Option, Party


@pytest.fixture
def run(capsys):
    def run(*arguments):
        with pytest.raises(SystemExit) as left:
            main(["bench", "engine", *map(str, arguments)])
        return left.value.code or 0, *capsys.readouterr()

    return run


def test_what_is_counted_is_what_listing_the_moves_gives(run):
    code, output, _ = run("--parties", 3, "--options", 7, "--seed", 5, "--json")
    assert code == 0
    found = json.loads(output)
    assert (found["format"], found["states"]) == (1, 128)
    assert found["seconds"] > 0
    random = default_rng(5)
    ranks = {name: random.permutation(128) for name in "abc"}
    parties = tuple(
        Party(id=name, name=name, options=tuple(Option(id=f"o{k}", text="t") for k in range(count)))
        for name, count in zip("abc", (3, 2, 2), strict=True)
    )
    game = ListedGame(graph_of(Dispute(name="random", parties=parties)), ranks)
    assert found["stable"] == [
        {
            concept: int(game.stable(name, concept).sum())
            for concept in ("nash", "gmr", "smr", "seq")
        }
        for name in "abc"
    ]


@pytest.mark.parametrize("arguments", [("--parties", 1), ("--options", 0), ("--options", 27)])
def test_what_makes_no_game_is_refused(run, arguments):
    code, output, said = run(*arguments)
    assert (code, output) == (2, "")
    assert "make no game to measure" in said


def test_a_person_gets_a_sentence(run):
    code, output, _ = run("--options", 6)
    assert code == 0
    assert output.startswith("64 states, 3 parties: ")
