"""Is every paragraph found where it stands, however a file breaks its lines?"""

import pytest

from detente.read.intake.layout import pieces

from .sentences import cases

SENTENCE = "The two delegations said that they would meet again in the spring. "


def words(text):
    return [piece.span.of(text) for piece in pieces(text)]


def test_a_paragraph_of_absurd_length_is_cut_where_sentences_end():
    text = SENTENCE * 2000
    found = words(text)
    assert len(found) > 1
    assert max(map(len, found)) <= 10_000
    assert all(part.endswith(".") for part in found)
    assert " ".join(found) == text.strip()


def test_without_sentences_it_is_cut_between_words_and_without_words_anywhere():
    text = "word " * 10_000
    assert " ".join(words(text)) == text.strip()
    assert all(part.startswith("word") and part.endswith("word") for part in words(text))
    assert "".join(words("a" * 50_000)) == "a" * 50_000


def test_blanks_after_a_cut_are_no_piece():
    text = "a" * 10_000 + " " * 30_000 + "b." + " " * 25_000
    assert words(text) == ["a" * 10_000, "b."]


def test_a_wrapped_paragraph_is_one_piece_and_costs_no_more_for_being_long():
    line = "and this line goes on to the next without an end, for all who care"
    text = "\n".join([line] * 20_000)
    assert sum(part.count("\n") for part in words(text)) > 19_000


# --- the page around the story ------------------------------------------------------------

STORY = "The minister said on Monday that the bridge would be open again by the end of the week."
FURNITURE = [
    "Read Also: Five bridges that never opened",
    "READ MORE: Five bridges that never opened",
    "See also: Five bridges that never opened.",
    "Related: Five bridges that never opened",
    "Subscribe to our newsletter for more on bridges.",
    "Sign up here and never miss a bridge.",
    "Follow us on Telegram",
    "Click here to support our work.",
    "Photo: the bridge in March",
    "Image credit: A. Bell",
    "(Reporting by Ada Bell in Bern; editing by Tom Reed)",
    "Copyright 2025 The Bridge Gazette. All rights reserved.",
    "© The Bridge Gazette",
    "All rights reserved.",
    "By Ada Bell",
    "Published: 4 March 2025",
    "4 min read",
    "Tags: bridges, rivers",
    "Advertisement",
    "Get the Bridge Brief in your inbox.",
    "Bridge Gazette – follow us on Telegram",
    "With files from the Bridge Wire",
]
FURNITURE_READ = {
    "Get the Bridge Brief in your inbox.": "an invitation that does not start with a known verb",
    "(Reporting by Ada Bell in Bern; editing by Tom Reed)": "credits in parentheses are kept",
}


@pytest.mark.parametrize(("line",), cases([(line,) for line in FURNITURE], FURNITURE_READ))
def test_page_furniture_is_no_paragraph_of_the_story(line):
    text = f"{STORY}\n\n{line}\n\n{STORY}"
    assert line not in [p.span.of(text) for p in pieces(text) if not p.heading]


STORIES = [
    "Read his lips, the ambassador said, there will be no new tariffs.",
    "Sign the treaty now, the president urged the two parliaments.",
    "Related talks in Geneva ended without a result on Monday, officials said.",
    "Source countries of the migrants were asked to take them back.",
    "By law, Athens said, the troops must leave the valley.",
    "By contrast, Cairo called the talks a success.",
    "By Monday, the troops had left the valley.",
    "By March, Baku had left the valley.",
    "By Monday the troops will have left the valley, Baku said.",
    "Photographs of the base were published by the ministry.",
    "Follow the money, a prosecutor said, and the case is clear.",
    "Share the water, Cairo said, or lose the deal.",
]


STORIES_LOST: dict[str, str] = {}


@pytest.mark.parametrize(("line",), cases([(line,) for line in STORIES], STORIES_LOST))
def test_a_sentence_that_starts_like_furniture_is_kept(line):
    assert words(f"{STORY}\n\n{line}") == [STORY, line]


@pytest.mark.parametrize(
    "dateline",
    [
        "ANKARA — ",
        "ANKARA, March 4 (Agency) — ",
        "NEW DELHI (Agency) - ",
        "BRUSSELS – ",
        "ŞANLIURFA, Turkey -- ",
        "SARAJEVO | ",
        "APA - Libreville (Gabon) - ",
        "New Delhi, Sep 29 (PTI) ",
        "Montevideo, 18 Oct (EFE).- ",
        "Havana, Aug 11 (Prensa Latina) ",
        "LA PAZ.- ",
        "Nairobi (KNA) ",
        "MINSK, March 9. /BelTA/. ",
        "TASHKENT, 12 May (UzA). ",
        "New Delhi [India], September 29 (ANI): ",
        "Lima, 8 June 2018. ",
        "PSKOV, June 4 - RIA Novosti. ",
        "OSH, July 3 - Interfax: ",
    ],
)
def test_a_dateline_is_not_part_of_the_first_sentence(dateline):
    assert words(dateline + STORY) == [STORY]


DASHES = [
    ("NATO – and not the EU – decides.",),
    ("The bridge — open or not — stands.",),
    ("Talks - and tea - were had.",),
    ("SMITH (Labour): The bridge stands.",),
    ("Mr SMITH (Kooyong) (14:07): The bridge stands.",),
    ("Ankara (the capital) The bridge stands.",),
    ("On Monday, March 9. The bridge stands.",),
    ("Kenya, June 4. The bridge stands.",),
    ("Reuters. The bridge stands.",),
]
DASHES_CUT: dict[str, str] = {}


@pytest.mark.parametrize(("start",), cases(DASHES, DASHES_CUT))
def test_a_dash_in_a_sentence_makes_no_dateline(start):
    assert words(start) == [start]


def test_headings_are_told_from_paragraphs_and_are_not_the_story():
    text = f"Bridge to open within days\n\n{STORY}\n\nA long wait\n\n{STORY}"
    assert [(p.heading, p.span.of(text)) for p in pieces(text)] == [
        (True, "Bridge to open within days"),
        (False, STORY),
        (True, "A long wait"),
        (False, STORY),
    ]


def test_a_text_that_is_nothing_but_a_line_without_a_stop_is_read():
    assert [p.heading for p in pieces("Bridge to open within days")] == [False]


def test_lines_without_a_blank_line_between_them_are_paragraphs():
    assert words(f"{STORY}\n{STORY}") == [STORY, STORY]


def test_a_paragraph_wrapped_in_mid_sentence_is_one():
    text = (
        "The minister said on Monday that the bridge over the\n"
        "river would be open again by the end of the week. The\n"
        "ambassador did not believe it."
    )
    assert words(text) == [text]


@pytest.mark.parametrize("text", ["", "\n\n", " \n\t\n ", "\u00a0\n"])
def test_nothing_has_no_pieces(text):
    assert pieces(text) == []
