"""Whose word is a text without a reporter: a statement that a state or body has issued."""

import pytest

from .sentences import party, read, words

HEADS = [
    ("Statement by the Ministry of Foreign Affairs of Kenya", "KEN"),
    ("Statement of the Kenyan government on the closure of the border with Somalia", "KEN"),
    ("Commentary by the Press Service of the Ministry of Defence of the Republic of Kenya", "KEN"),
    ("Press release of the Embassy of Kenya in Mogadishu regarding visas", "KEN"),
    ("Ministry of Foreign Affairs of Kenya: Statement on the border", "KEN"),
    ("Foreign Ministry of Kenya", "KEN"),
    ("Communiqué of the African Union on the border", "AU"),
    ("AFRICAN UNION\nFortieth Summit\nFinal communiqué", "AU"),
    ("Position of Kenya on the border", "KEN"),
    ("Written answer by the Minister of Defence of Kenya", "KEN"),
    (
        "Letter dated 9 May from the Permanent Representative of Kenya to the United Nations",
        "KEN",
    ),
    ("REPUBLIC OF KENYA", "KEN"),
    ("Kenya MFA @KenyaMFA", "KEN"),
    # a body that is called by no state is that of the capital from which its paper is dated
    ("Ministry of Mines\nPress release\n\nNairobi, 3 May 2024", "KEN"),
    (
        "FKR Ministry of Foreign Affairs\nStatement on ties with Somalia\n\nNairobi, 3 May 2024",
        "KEN",
    ),
    ("Transcript of the press briefing of the Ministry of Mines\nNairobi, May 3, 2024", "KEN"),
    ("Ministry of Mines under fire\n\nNairobi, 3 May 2024 - Traders are angry.", None),
    ("Statement on relations with Somalia", None),
    ("Traders under fire\n\nNairobi, 3 May 2024", None),
    ("General Secretariat\n\nNairobi, 3 May 2024", None),
    (
        "The Foreign Ministry of Kenya presents its compliments to the Embassy of Somalia:",
        "KEN",
    ),
    # news about a statement, statements of two, and of nobody known
    ("Statement by Kenya angers traders", None),
    ("Joint statement by the governments of Kenya and Somalia", None),
    ("Statement by the traders of the valley", None),
    ("State of play in Kenya", None),
    ("Kenya shuts its border", None),
    ("African Union\nSummit opens", None),
]
BODY = "Kenya will not reopen the border. We demand that Somalia withdraw its troops."


@pytest.mark.parametrize(("head", "code"), HEADS)
def test_what_a_statement_says_is_its_issuers(head: str, code: str | None) -> None:
    reading = read(f"{head}\n\n{BODY}")
    told = {s.attitude: s.source and s.source.party for s in reading.statements if not s.inside}
    assert told.get("refuses") == (None if code == "AU" else code)  # "Kenya will not" is Kenya's
    assert told.get("demands") == code


def test_what_it_is_issued_on_is_cited_and_its_head_is_the_source() -> None:
    reading = read(f"Statement by the Ministry of Foreign Affairs of Kenya\n\n{BODY}")
    said = next(s for s in reading.statements if s.attitude == "refuses")
    assert words(said.extent, reading) == "Kenya will not reopen the border"
    assert said.source is not None
    assert words(said.source.span, reading) == "the Ministry of Foreign Affairs of Kenya"
    assert said.cue is None


def test_a_bare_office_is_held_for_the_issuer() -> None:
    reading = read(
        "Statement by the Government of Kenya\n\nSomalia closed the border in May. "
        "The Under-Secretary for Trade, Ms Ada Bell, insisted that it be reopened."
    )
    assert [s.source and s.source.party for s in reading.statements] == ["KEN", "KEN"]


def test_whom_it_quotes_keeps_the_word() -> None:
    reading = read(
        "Statement by the Ministry of Foreign Affairs of Kenya\n\n"
        "Somalia claims that the border is open. The border is closed."
    )
    assert [s.source and s.source.party for s in reading.statements] == ["SOM", "KEN"]


def test_we_are_the_issuer_in_what_is_to_be_done() -> None:
    reading = read(
        "Statement by the Government of Kenya\n\n"
        "We will reopen the border if Somalia withdraws its troops. 🇰🇪 Our doors stay open."
    )
    (first,) = reading.requirements
    assert first.benefit is not None
    assert party(first.benefit.agent) == "KEN"


def test_the_first_of_two_clauses_is_the_issuers_where_the_second_is_attributed() -> None:
    reading = read(
        "Statement by the Ministry of Foreign Affairs of Kenya\n\n"
        "The border will remain shut, and we urge Somalia to pay."
    )
    told = {words(s.content[-1], reading): party(s.source) for s in reading.statements}
    assert told["The border will remain shut"] == "KEN"
    assert told["Somalia to pay"] == "KEN"


def test_the_government_in_a_statement_is_the_issuers() -> None:
    reading = read(
        "Statement by the Ministry of Foreign Affairs of Kenya\n\n"
        "Somalia must pay. The Government will lift the ban in return."
    )
    (lifting,) = (p for s in reading.statements for p in s.propositions if p.act == "lift")
    assert party(lifting.agent) == "KEN"
