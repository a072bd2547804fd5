"""Can a dispute be loaded, solved and changed in a line each, and is what is wrong told?"""

import re
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

import detente
from detente.domain.dispute import Ranking
from detente.errors import AnalysisError, InputError

ROOT = Path(__file__).parents[3]
ELMIRA = ROOT / "examples" / "elmira" / "dispute.toml"
SOUND = ELMIRA.read_text(encoding="utf-8")


def test_the_public_surface() -> None:
    assert sorted(detente.__all__) == [
        *("FindingWarning", "analyse", "load", "loads"),
        *("robustness", "save", "verify", "witness"),
    ]
    for name in detente.__all__:
        assert getattr(detente, name).__module__ == "detente.notebook"
        assert getattr(detente, name).__doc__
    assert set(detente.__all__) <= set(dir(detente))


def test_the_types_are_declared_of_just_that_surface() -> None:
    stub = (ROOT / "src" / "detente" / "__init__.pyi").read_text(encoding="utf-8")
    assert f"import {', '.join(detente.__all__)}\n" in stub


def test_other_names_are_missing_as_in_any_module() -> None:
    with pytest.raises(AttributeError, match="no attribute 'solve'"):
        detente.solve  # noqa: B018


def test_a_file_is_solved_in_two_lines() -> None:
    solved = detente.analyse(detente.load(ELMIRA))
    assert solved.equilibria["nash"] == (5, 6, 9)
    assert set(solved.lawful.values()) == {True}


def test_a_sound_file_gives_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert detente.loads(SOUND) == detente.load(str(ELMIRA))


def test_what_does_not_stop_the_work_is_a_warning_with_its_place() -> None:
    with pytest.warns(detente.FindingWarning, match="no key is called .colour.") as told:
        dispute = detente.loads(SOUND.replace('text = "Accept', 'colour = "red"\ntext = "Accept'))
    assert dispute.parties
    (one,) = told
    assert one.filename == __file__
    assert isinstance(one.message, detente.FindingWarning)
    assert one.message.finding.code == "unknown-key"
    assert str(one.message).startswith(f"{one.message.finding.where}".lstrip(":"))


def test_one_error_is_told_with_place_and_way_out(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(SOUND.replace('uniroyal.abandon"\n]', 'uniroyal.abandn"\n]'), encoding="utf-8")
    broken = SOUND.replace('says = "uniroyal.abandon"', 'says = "uniroyal.abandn"')
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(InputError, match=r"wrong\.toml:\d+:\d+: .*uniroyal\.abandn") as told:
        detente.load(path)
    assert told.value.fix


def test_several_errors_are_told_together() -> None:
    broken = SOUND.replace("uniroyal.abandon", "uniroyal.abandn")
    with pytest.raises(InputError, match=r"\d errors\n") as told:
        detente.loads(broken)
    assert told.value.what.count("uniroyal.abandn") >= 2


@pytest.mark.parametrize("text", ["", "[", "{", "{}", "name = 1", "\x00"])
def test_no_text_makes_it_fail_otherwise(text: str) -> None:
    with pytest.raises(InputError):
        detente.loads(text)


def test_a_missing_file_is_told() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        detente.load("there/is/no/such.toml")


def test_a_changed_preference_changes_the_answer() -> None:
    elmira = detente.loads(SOUND)
    local = elmira.party("local")
    assert local.ranking is not None
    quiet = [frozenset({"uniroyal.delay"})]
    tiers = (tuple(quiet), *(t for t in local.ranking.tiers if t != tuple(quiet)))
    changed = elmira.with_party(replace(local, ranking=Ranking(tiers=tiers)))
    assert 1 in detente.analyse(changed).equilibria["nash"]
    assert 1 not in detente.analyse(elmira).equilibria["nash"]
    with pytest.raises(InputError, match="no party is called 'x'"):
        elmira.with_party(replace(local, id="x"))
    with pytest.raises(InputError, match="no party is called 'x'"):
        elmira.party("x")


def test_what_rests_on_open_questions_is_asked_of_a_dispute() -> None:
    elmira = detente.loads(SOUND)
    found = detente.robustness(elmira)
    assert found.questions == ()  # rankings leave nothing open
    assert found.always == detente.analyse(elmira).equilibria
    with pytest.raises(InputError, match="not a day"):
        detente.robustness(elmira, on="yesterday")


@pytest.mark.parametrize("state", [1, "1", "uniroyal.delay"])
def test_a_witness_is_asked_for_by_id_or_options(state: int | str) -> None:
    elmira = detente.loads(SOUND)
    verdicts = detente.witness(elmira, state, concepts=["nash"])
    assert [(v.party, v.stable) for v in verdicts] == [
        ("moe", True),
        ("uniroyal", True),
        ("local", False),
    ]
    assert detente.verify(elmira, verdicts)


def test_a_false_verdict_is_not_verified() -> None:
    elmira = detente.loads(SOUND)
    *_, local = detente.witness(elmira, 1, concepts=["nash"])
    assert not detente.verify(elmira, [replace(local, escape=3)])
    assert not detente.verify(elmira, [replace(local, stable=True, escape=None)])
    assert detente.verify(elmira)


@pytest.mark.parametrize("concepts", ["nash", ["Nash"], [], [None]])
def test_concepts_that_are_none_are_refused(concepts: list[str]) -> None:
    elmira = detente.loads(SOUND)
    for call in (detente.analyse, lambda d, concepts: detente.witness(d, 1, concepts=concepts)):
        with pytest.raises(InputError, match="concept"):
            call(elmira, concepts=concepts)


def test_law_is_judged_on_the_day_asked_for() -> None:
    provision = '[[provision]]\nid = "p"\ncite = "Act 1"\nsays = "not local.insist"\n'
    abandoned = 'says = "not uniroyal.abandon"\n'
    text = SOUND.split("[[rule]]")[0] + "".join(
        f"[[rule]]\n{rule}\n"
        for rule in (abandoned, 'says = "uniroyal.delay iff not uniroyal.accept"')
    )
    text = re.sub(r',?\s*"uniroyal.abandon"', "", text)
    dispute = detente.loads(f"{text}{provision}in_force = 2000-01-01\n")
    before, after = (detente.analyse(dispute, on=day) for day in ("1999-12-31", "2000-01-01"))
    assert set(before.lawful.values()) == {True}
    assert set(after.lawful.values()) == {True, False}
    with pytest.raises(InputError, match="not a day"):
        detente.analyse(dispute, on="yesterday")


def test_what_cannot_be_solved_is_an_exception() -> None:
    options = "".join(f'[[party.option]]\nid = "o{k}"\ntext = "-"\n' for k in range(33))
    text = 'format = 1\nname = "Too many"\n' + "".join(
        f'[[party]]\nid = "{p}"\nweights = {{"{p}.o0" = 1}}\n{options}' for p in "pq"
    )
    with pytest.warns(detente.FindingWarning):
        dispute = detente.loads(text)
    with pytest.raises(AnalysisError, match="66 options"):
        detente.analyse(dispute)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    elmira = detente.loads(SOUND)
    for name in ("a.toml", "a.json"):
        detente.save(elmira, tmp_path / name)
        assert detente.load(tmp_path / name) == elmira
    assert detente.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == elmira
