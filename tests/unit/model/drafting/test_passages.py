"""Does an id lead to the sentence it stands for, whatever stands round it?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.evidence import Span
from detente.model.drafting.passages import Passages, sentence_round

from .drafts import drafted, read

TEXT = (
    "The U.S. envoy left. Kenya refused to reopen the border!\n\nDr. Odhiambo said “We wait.” Then"
    " he went.\n"
)
SENTENCES = {
    "envoy": "The U.S. envoy left.",
    "refused": "Kenya refused to reopen the border!",
    "Odhiambo": "Dr. Odhiambo said “We wait.”",
    "went": "Then he went.",
}


@pytest.mark.parametrize(("word", "sentence"), SENTENCES.items())
def test_the_sentence_round_a_word(word: str, sentence: str) -> None:
    start = TEXT.index(word)
    begin, end = sentence_round(Span(start=start, end=start + len(word)), TEXT)
    assert TEXT[begin:end] == sentence


@given(st.text(alphabet="aB. !?\n”“’U"), st.data())
def test_the_sentence_holds_the_span_and_begins_and_ends_in_the_text(text: str, data) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    begin, stop = sentence_round(Span(start=start, end=end), text)
    assert 0 <= begin <= start
    assert stop <= len(text)
    assert begin <= stop


BORDER = "Kenya refused to reopen the border. Somalia refused to withdraw its soldiers."


def test_claims_statements_and_events_lead_to_their_sentence() -> None:
    reading = read(f"{BORDER} Kenya closed the border in March.", "2024")
    passages = Passages([reading])
    (statement, *_) = reading.statements
    assert passages.ground(statement.id).kind == "statement"
    assert passages.ground(statement.id).support[0].text == "Kenya refused to reopen the border."
    event = next(e for e in reading.events if e.act == "close")
    assert passages.ground(event.id).support[0].text == "Kenya closed the border in March."
    assert passages.ground("analyst").kind == "analyst"
    assert passages.ground("cla_000000000000").kind == "unknown"


def test_a_claim_leads_to_every_text_that_makes_it() -> None:
    readings = [read(BORDER, "2024"), read(f"It rained. {BORDER}", "2025")]
    found = drafted(BORDER)
    claim = next(c for c in found.claims if c.text == "reopen the border")
    ground = Passages(readings).ground(claim.id)
    assert (ground.kind, ground.party) == ("claim", "KEN")
    assert [p.document.published for p in ground.support] == ["2024", "2025"]
    assert {p.text for p in ground.support} == {"Kenya refused to reopen the border."}
