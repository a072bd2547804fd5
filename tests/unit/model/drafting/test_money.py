"""Debts, subsidies and power: what is done to money that is owed and to what runs on a line."""

import pytest

from detente.domain.evidence import Document
from detente.model.drafting.draft import draft, listen
from detente.read import read_documents


def _deeds(text: str) -> set[tuple[str | None, str, bool]]:
    """Owner, family and side of what is voiced or hangs on something else."""
    heard = listen(list(read_documents([Document(text=text, path="a.txt")]))).heard
    voiced = {v.deed for h in heard for v in h.voices}
    tied = {d for h in heard for t in h.ties for d in (t.benefit, *t.needs)}
    return {(d.owner, d.family.name, d.taken) for d in voiced | tied}


@pytest.mark.parametrize(
    "demand",
    [
        "settle the bill",
        "clear its arrears of $38 million",
        "repay the loan",
        "honour its debts",
        "settle the outstanding invoices",
        "service the bond",
        "pay off the loan",
    ],
)
def test_whoever_settles_a_debt_pays(demand: str) -> None:
    """However the paying is called."""
    assert _deeds(f"Benin asked Niger to {demand}.") == {("NER", "payment", True)}


def test_only_debts_are_paid_when_they_are_settled() -> None:
    """Rules, questions and scores are settled too."""
    text = "Benin demanded that the filling be suspended until the rules are settled."
    assert "payment" not in {family for _, family, _ in _deeds(text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Benin refused to forgive the debt.",
        "Benin refused to write off the loan.",
        "Benin ruled out a write-off of the debt.",
        "Benin will not cancel the debt.",
    ],
)
def test_a_debt_is_forgiven_by_whoever_is_owed(sentence: str) -> None:
    """Forgiving is one option, whatever the verb."""
    assert _deeds(sentence) == {("BEN", "forgiveness", False)}


@pytest.mark.parametrize("verb", ["end", "scrap", "phase out", "abolish", "stop", "withdraw"])
def test_subsidies_are_paid_or_not(verb: str) -> None:
    """A subsidy is no frozen account: it is not released."""
    deeds = _deeds(f"Benin asked Niger to {verb} the subsidies to its mills.")
    assert deeds == {("NER", "payment", False)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Benin refused to restore electricity to Niger.", ("BEN", "supply", False)),
        ("Niger asked Benin to switch the gas back on.", ("BEN", "supply", True)),
        ("Benin threatened to disconnect Niger.", ("BEN", "disconnection", True)),
        ("Benin refused to reconnect Niger.", ("BEN", "disconnection", True)),
    ],
)
def test_what_runs_on_a_line(sentence: str, expected: tuple[str, str, bool]) -> None:
    """Power is restored, gas switched on, a country disconnected."""
    assert _deeds(sentence) == {expected}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Niger asked Benin to ease its export controls on cobalt.", ("BEN", "measure", False)),
        ("Benin refused to relax export controls.", ("BEN", "measure", True)),
        ("Niger asked Benin to exempt its steel from the tariff.", ("BEN", "permission", True)),
        ("Benin will not agree to the loan.", ("BEN", "funds", False)),
        ("Niger has no intention of halting the discharge.", ("NER", "water", True)),
        ("Benin is willing to introduce general licences.", ("BEN", "permission", True)),
    ],
)
def test_controls_exemptions_and_licences(sentence: str, expected: tuple[str, str, bool]) -> None:
    """Controls on exports are kept in force, exemptions granted."""
    assert _deeds(sentence) == {expected}


def test_control_of_a_mine_is_no_measure() -> None:
    """Only two words together are the measure."""
    families = {family for _, family, _ in _deeds("Benin refused to give up control of the mine.")}
    assert families == {"possession"}


def test_the_end_of_a_month_ends_nothing() -> None:
    """Nobody halts August."""
    text = "Benin will disconnect Niger if the bill is not paid by the end of August."
    assert "activity" not in {family for _, family, _ in _deeds(text)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Niger asked Benin to sell the stake.", ("BEN", "sale", True)),
        ("Niger demanded the sale of its shares by Benin.", ("BEN", "sale", True)),
        ("Benin refused to divest itself of the refinery.", ("BEN", "sale", False)),
        ("Benin will not surrender the shares.", ("BEN", "possession", False)),
    ],
)
def test_shares_are_sold_or_handed_over(sentence: str, expected: tuple[str, str, bool]) -> None:
    """What is sold is not supplied."""
    assert expected in _deeds(sentence)


def test_companies_that_are_known_are_parties() -> None:
    """A company that shuts the tap decides when it opens."""
    text = (
        "Gazprom halted supplies to Moldova in May. It said deliveries would resume once Moldova"
        " settled the debt. Moldova refused to settle it."
    )
    drafted = draft(list(read_documents([Document(text=text, path="a.txt")]))).dispute
    assert drafted is not None
    assert [p.code for p in drafted.parties] == ["Gazprom", "MDA"]


def test_who_would_suffer_is_who_is_asked() -> None:
    """Whose arrears they are, the threat tells."""
    text = (
        "Benin threatened to disconnect Niger unless the arrears are cleared. Mali and Togo asked"
        " Benin to wait."
    )
    drafted = draft(list(read_documents([Document(text=text, path="a.txt")]))).dispute
    assert drafted is not None
    paying = [p.code for p in drafted.parties for o in p.options if o.id == "pay"]
    assert paying == ["NER"]


def test_an_apposed_company_does_not_name_what_it_is_let_do() -> None:
    """Of "let the Dutch company Zandbank dredge it" the dredging is let."""
    text = (
        "Benin will reopen the border when Niger lets the Dutch company Zandbank dredge the canal"
        " again, its minister said."
    )
    heard = listen(list(read_documents([Document(text=text, path="a.txt")]))).heard
    needed = {n.thing.words for h in heard for t in h.ties for n in t.needs}
    assert "permission to dredge the canal again" in needed


def test_what_a_threat_is_to_bring_about_is_no_threat() -> None:
    """Of "threatened to close it unless they are released" nobody threatens a release."""
    text = "Benin threatened to close the border unless the soldiers are released."
    heard = listen(list(read_documents([Document(text=text, path="a.txt")]))).heard
    assert "custody" not in {v.deed.family.name for h in heard for v in h.voices}
