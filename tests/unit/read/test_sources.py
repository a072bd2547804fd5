"""Who is a cue attributed to where the parser misses the subject, and where does content end?"""

import pytest

from .sentences import cases, content, read, words

# Text; source and content of its last statement that stands inside no other.
FOUND = [
    # names that are parted from the verb, or taken for something else
    (
        "Haddad, QC, said that the dam would be finished.",
        "Haddad, QC",
        "that the dam would be finished",
    ),
    (
        "“The gates were opened at night without a word to anybody”, added ARBN.",
        "ARBN",
        "“The gates were opened at night without a word to anybody”",
    ),
    ("“The gates stay shut,” said Early, who runs the dam.", "Early", "“The gates stay shut,”"),
    ("Early said the gates would stay shut.", "Early", "the gates would stay shut"),
    # a tag that only a comma joins to what is said
    (
        "The dredgers stay, the governor of the province, Ada Bell, told reporters over coffee.",
        "the governor of the province, Ada Bell",
        "The dredgers stay",
    ),
    # of two subjects the nearer, and "who's" is "who has"
    ("He showed a map, which he said was forged.", "he", "which|was forged"),
    (
        "The two met Bell, who’s argued for years that the dam must go.",
        "who",
        "that the dam must go",
    ),
    # a tag turned round in the midst, and who did something to say it
    (
        "The plan for the dam, said Ada Bell, would leave the valley dry.",
        "Ada Bell",
        "The plan for the dam|would leave the valley dry",
    ),
    (
        "The prize went to Bell, who surprised the farmers by saying that the dam was safe.",
        "who",
        "that the dam was safe",
    ),
    (
        "The farmers themselves say that the dam is safe.",
        "The farmers themselves",
        "that the dam is safe",
    ),
    # passives and participles
    (
        "“The gates stay shut for the whole of the winter,” Bell is quoted as saying.",
        "Bell",
        "“The gates stay shut for the whole of the winter,”",
    ),
    (
        "Bell went after Haddad, calling the dam “a bomb above the valley”.",
        "Bell",
        "the dam “a bomb above the valley”",
    ),
    (
        "Haddad said the gates would stay shut, insisting that farmers had been warned.",
        "Haddad",
        "that farmers had been warned",
    ),
    (
        "There is a feeling among many farmers that the dam will break.",
        "many farmers",
        "that the dam will break",
    ),
    # verbs of saying are joined to each other, and not to what is said
    (
        "Bell said the dam was “a bomb” and called the minister a liar.",
        "Bell",
        "the minister a liar",
    ),
    (
        "Bell called the dam “a bomb” and the farmers have left the valley.",
        "Bell",
        "the dam “a bomb”",
    ),
    # "that" after the place where it was said
    (
        "Bell predicted at the summit that the farmers would win the vote.",
        "Bell",
        "that the farmers would win the vote",
    ),
    (
        "The minister mused in a debate that the farmers would win the vote.",
        "The minister",
        "that the farmers would win the vote",
    ),
    # words in marks
    ("The minister called the dam’s gates “rusty.”", "The minister", "the dam’s gates “rusty.”"),
    (
        "He called the farmers “thieves” and “pirates” without proof.",
        "He",
        "the farmers “thieves” and “pirates” without proof",
    ),
    (
        "The farmers have called the 12-gate dam “a bomb,” and the minister left.",
        "The farmers",
        "the 12-gate dam “a bomb,”",
    ),
    ("The minister dismissed the map as “a joke”.", "The minister", "the map as “a joke”"),
    (
        "The newspaper calls it “the bomb” above the valley.",
        "The newspaper",
        "it “the bomb” above the valley",
    ),
]
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(("text", "source", "said"), cases(FOUND, KNOWN))
def test_source_and_content(text: str, source: str, said: str) -> None:
    reading = read(text)
    last = [s for s in reading.statements if s.inside is None][-1]
    assert last.source is not None
    assert (words(last.source.span, reading), content(last, reading)) == (source, said)


def test_a_verb_of_saying_ends_what_was_said_before_it() -> None:
    reading = read("Bell said the dam was “a bomb” and called the minister a liar.")
    assert content(reading.statements[0], reading) == "the dam was “a bomb”"


def test_feelings_at_the_head_of_a_sentence_are_its_subjects() -> None:
    reading = read("Worried that the dam might break, the farmers called for a truce.")
    source = reading.statements[0].source
    assert source is not None
    assert words(source.span, reading) == "the farmers"


def test_who_issues_a_statement_says_what_is_in_it() -> None:
    reading = read("The ministry issued a statement warning that the gates would stay shut.")
    warned = next(s for s in reading.statements if words(s.cue, reading) == "warning")
    assert warned.source is not None
    assert words(warned.source.span, reading) == "The ministry"
