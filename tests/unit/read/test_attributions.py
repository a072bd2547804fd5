"""Who says what, and where do source, cue and content begin and end?"""

import pytest

from .sentences import cases, content, read, words

Row = tuple[str, list[tuple[str | None, str, str]]]

# Text, then source, cue and content of each statement.
SAID: list[Row] = [
    # two clauses are said, and what is expected is a passive
    (
        "Kenya said it expected a way to lift them to be found soon and that talks had begun.",
        [
            (
                "Kenya",
                "said",
                "it expected a way to lift them to be found soon and that talks had begun",
            ),
            ("it", "expected", "a way to lift them to be found soon"),
        ],
    ),
    (
        "Speaking in Rome, Norway called on Sweden to lift the ban.",
        [("Norway", "called on", "Sweden to lift the ban")],
    ),
    (
        "Angered by the raid, Norway urged Sweden to lift the ban.",
        [("Norway", "urged", "Sweden to lift the ban")],
    ),
    (
        "Washington, too, hopes for results within months.",
        [("Washington", "hopes for", "results within months")],
    ),
    # indirect
    (
        "The Kenyan minister said that the border would stay closed.",
        [("The Kenyan minister", "said", "that the border would stay closed")],
    ),
    (
        "Kenya said the border would stay closed.",
        [("Kenya", "said", "the border would stay closed")],
    ),
    (
        "Nairobi told the agency that the border would stay closed.",
        [("Nairobi", "told", "that the border would stay closed")],
    ),
    (
        "Kenya warned Somalia that the border would stay closed.",
        [("Kenya", "warned", "that the border would stay closed")],
    ),
    # tags, before, after and in the middle
    (
        "The border will stay closed, the Kenyan minister said on Monday.",
        [("the Kenyan minister", "said", "The border will stay closed")],
    ),
    (
        "The border will stay closed, the minister, Ada Oduya, told reporters in Nairobi.",
        [("the minister, Ada Oduya", "told", "The border will stay closed")],
    ),
    (
        "The border, the Kenyan minister said, will stay closed.",
        [("the Kenyan minister", "said", "The border|will stay closed")],
    ),
    (
        "The border will stay closed, said the Kenyan minister.",
        [("the Kenyan minister", "said", "The border will stay closed")],
    ),
    # direct, with the tag inverted or not
    (
        "“The border will stay closed,” said Ada Oduya, the Kenyan minister.",
        [("Ada Oduya, the Kenyan minister", "said", "“The border will stay closed,”")],
    ),
    (
        "“The border will stay closed,” the Kenyan minister said.",
        [("the Kenyan minister", "said", "“The border will stay closed,”")],
    ),
    (
        "“The border,” the Kenyan minister said, “will stay closed.”",
        [("the Kenyan minister", "said", "“The border,”|“will stay closed.”")],
    ),
    (
        "The Kenyan minister said: “The border will stay closed.”",
        [("The Kenyan minister", "said", "“The border will stay closed.”")],
    ),
    (
        (
            "“The border will stay closed,” Ada Oduya, Kenya's foreign minister, said on Monday as"
            " he left the talks."
        ),
        [("Ada Oduya, Kenya's foreign minister", "said", "“The border will stay closed,”")],
    ),
    (
        (
            '"We are not going to open the border," Ada Oduya, Kenya\'s chief negotiator, said on'
            " Tuesday."
        ),
        [
            (
                "Ada Oduya, Kenya's chief negotiator",
                "said",
                '"We are not going to open the border,"',
            )
        ],
    ),
    # mixed
    (
        "The Kenyan minister said the talks had been “a long and useless exercise”.",
        [
            (
                "The Kenyan minister",
                "said",
                "the talks had been “a long and useless exercise”",
            )
        ],
    ),
    (
        "Kenya called the talks “a long and useless exercise”.",
        [("Kenya", "called", "the talks “a long and useless exercise”")],
    ),
    # according to
    (
        "According to the Kenyan minister, the border will stay closed.",
        [("the Kenyan minister", "According to", "the border will stay closed")],
    ),
    (
        "The border will stay closed, according to the Kenyan minister.",
        [("the Kenyan minister", "according to", "The border will stay closed")],
    ),
    # participles
    (
        "The Kenyan minister left the talks, saying that the border would stay closed.",
        [("The Kenyan minister", "saying", "that the border would stay closed")],
    ),
    (
        "Kenya rejected the map, arguing that it was forged.",
        [("Kenya", "rejected", "the map"), ("Kenya", "arguing", "that it was forged")],
    ),
    (
        "Kenya said the talks went well, adding that the border would open.",
        [
            ("Kenya", "said", "the talks went well"),
            ("Kenya", "adding", "that the border would open"),
        ],
    ),
    # acts of saying with other complements
    (
        "Kenya refused to open the border.",
        [("Kenya", "refused", "to open the border")],
    ),
    (
        "Kenya has ruled out opening the border.",
        [("Kenya", "has ruled out", "opening the border")],
    ),
    (
        "Somalia urged Kenya to open the border.",
        [("Somalia", "urged", "Kenya to open the border")],
    ),
    (
        "Somalia demanded that Kenya open the border.",
        [("Somalia", "demanded", "that Kenya open the border")],
    ),
    (
        "Somalia called for the reopening of the border.",
        [("Somalia", "called for", "the reopening of the border")],
    ),
    (
        "Somalia accused Kenya of closing the border.",
        [("Somalia", "accused", "Kenya of closing the border")],
    ),
    (
        "Kenya is ready to open the border.",
        [("Kenya", "is ready", "to open the border")],
    ),
    (
        "Somalia hopes that Kenya will open the border.",
        [("Somalia", "hopes", "that Kenya will open the border")],
    ),
    (
        "Kenya's refusal to open the border angered traders.",
        [("Kenya", "refusal", "to open the border")],
    ),
    (
        "The demand was turned down by Kenya.",
        [("Kenya", "was turned down", "The demand")],
    ),
    # a tag that is turned round, and one that parts what is said
    (
        "With an election in June, the ban stays in place, insists the trade minister, Ada Bell.",
        [
            (
                "the trade minister",
                "insists",
                "With an election in June, the ban stays in place",
            )
        ],
    ),
    (
        "With June near, its ban stays till the crop is sold, insists the trade secretary, Eva Bo.",
        [
            (
                "the trade secretary",
                "insists",
                "With June near, its ban stays till the crop is sold",
            )
        ],
    ),
    (
        "Unless Somalia signs, Kenya's minister Ada Bell warned, the border will be shut again.",
        [
            (
                "Kenya's minister Ada Bell",
                "warned",
                "Unless Somalia signs|the border will be shut again",
            )
        ],
    ),
    (
        "Ada Bell (Greens, Nairobi) said the border was shut.",
        [("Ada Bell (Greens, Nairobi)", "said", "the border was shut")],
    ),
    (
        "Kenya has let it be known that it is going to close the border.",
        [("Kenya", "be known", "that it is going to close the border")],
    ),
    # nobody says anything
    ("The border has been closed since May.", []),
    ("Kenya closed the border.", []),
    ("If Kenya says so, the border will open.", []),
    ("The system does not threaten anybody.", []),
    ("The report runs to forty pages.", []),
]
KNOWN: dict[str, str] = {
    "Kenya's refusal to open": 'the parser takes "the border angered traders" for one phrase',
    '"We are not going to open': "with straight marks the name after them is taken for content",
}


@pytest.mark.parametrize(("text", "expected"), cases(SAID, KNOWN))
def test_source_cue_and_content(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    reading = read(text)
    assert [
        (
            words(s.source.span if s.source else None, reading),
            words(s.cue, reading),
            content(s, reading),
        )
        for s in reading.statements
    ] == expected


# Text and the attitude of its first statement.
ATTITUDES = [
    ("Kenya said the border was closed.", "asserts"),
    ("Kenya denied that the border was closed.", "denies"),
    ("Kenya refused to open the border.", "refuses"),
    ("Kenya will not agree to open the border.", "refuses"),
    ("Kenya is not ready to open the border.", "refuses"),
    ("Kenya did not rule out opening the border.", "offers"),
    ("Kenya offered to open the border.", "offers"),
    ("Kenya agreed to open the border.", "accepts"),
    ("Kenya promised to open the border.", "promises"),
    ("Kenya threatened to close the border.", "threatens"),
    ("Somalia demanded that Kenya open the border.", "demands"),
    ("Somalia urged Kenya to open the border.", "demands"),
    ("Somalia wants Kenya to open the border.", "demands"),
    ("Somalia hopes to see the border open.", "hopes"),
    ("Somalia expects the border to open.", "expects"),
    ("Somalia believes that the border will open.", "expects"),
    ("Somalia warned that the border was closing.", "asserts"),
    ("Somalia accused Kenya of closing the border.", "accuses"),
    ("Somalia welcomed the reopening of the border.", "praises"),
    ("Somalia asked whether the border was open.", "asks"),
]
KNOWN_ATTITUDES: dict[str, str] = {}


@pytest.mark.parametrize(("text", "attitude"), cases(ATTITUDES, KNOWN_ATTITUDES))
def test_attitude(text: str, attitude: str) -> None:
    assert [s.attitude for s in read(text).statements][:1] == [attitude]


STRENGTHS = [
    ("Kenya flatly refused to open the border.", "Kenya refused to open the border."),
    ("Kenya has repeatedly refused to open the border.", "Kenya refused to open the border."),
    ("Kenya agreed to open the border.", "Kenya reluctantly agreed to open the border."),
    ("Kenya refused to open the border.", "Kenya declined to open the border."),
    ("Kenya demanded a fence.", "Kenya asked for a fence."),
    ("Kenya's repeated refusal to open it angered all.", "Kenya's refusal to open it angered all."),
]
KNOWN_STRENGTHS: dict[str, str] = {}


@pytest.mark.parametrize(("stronger", "weaker"), cases(STRENGTHS, KNOWN_STRENGTHS))
def test_strength_follows_the_words(stronger: str, weaker: str) -> None:
    (low,), (high,) = read(weaker).statements, read(stronger).statements
    assert low.strength < high.strength


UNQUOTED = [
    ("Kenya refused to talk.",),
    ("Kenya demanded gas.",),
    ("Kenya said it had opened the border.",),
]
KNOWN_UNQUOTED: dict[str, str] = {}


@pytest.mark.parametrize(("text",), cases(UNQUOTED, KNOWN_UNQUOTED))
def test_without_marks_nothing_is_direct(text: str) -> None:
    assert [s.manner for s in read(text).statements] == ["indirect"]


# --- statements inside statements, and answers -----------------------------------------------

INSIDE = [
    (
        "The Kenyan minister told the agency that he believes the border will open.",
        [("told", None), ("believes", "told")],
    ),
    (
        "Somalia said that Kenya had refused to open the border.",
        [("said", None), ("had refused", "said")],
    ),
    (
        "The Kenyan minister said Somalia had demanded that the border open.",
        [("said", None), ("had demanded", "said")],
    ),
    (
        "Kenya said it hoped Somalia would agree to withdraw its soldiers.",
        [("said", None), ("hoped", "said"), ("would agree", "hoped")],
    ),
    (
        "Kenya urged Somalia to agree to withdraw its soldiers.",
        [("urged", None), ("to agree", "urged")],
    ),
    (
        "Kenya said the talks went well. Somalia denied that.",
        [("said", None), ("denied", None)],
    ),
]
KNOWN_INSIDE: dict[str, str] = {
    "The Kenyan minister said Somalia had demanded": (
        'a demand whose verb looks like an adjective ("open") is lost'
    ),
}


@pytest.mark.parametrize(("text", "expected"), cases(INSIDE, KNOWN_INSIDE))
def test_a_statement_inside_another(text: str, expected: list[tuple[str, str | None]]) -> None:
    reading = read(text)
    cues = {s.id: words(s.cue, reading) for s in reading.statements}
    assert [(cues[s.id], cues.get(s.inside or "")) for s in reading.statements] == expected


CYCLES = [
    (
        (
            "At her school, Joseph and other members protested the funding system, which advocates"
            " say disadvantages needy schools."
        ),
    ),
    (
        (
            "Republicans said the timing was not intentional; they had disclosed the arrangements"
            " to the AP, which first reported the story."
        ),
    ),
    (
        (
            "Speaking in their defence, Tom Molomby said that, as the parents came from India,"
            " where the cure is in use, they should be declared not guilty."
        ),
    ),
    ("The Minister Says Museum Will Tell of 'Suffering and Delight.'",),
]
KNOWN_CYCLES: dict[str, str] = {}


@pytest.mark.parametrize(("text",), cases(CYCLES, KNOWN_CYCLES))
def test_no_statement_is_inside_itself(text: str) -> None:
    above = {s.id: s.inside for s in read(text).statements}
    for start in above:
        seen, place = {start}, above[start]
        while place is not None:
            assert place not in seen
            seen.add(place)
            place = above[place]


BROKEN = [
    ("”Kenya said it wants to Ada Oduya, within months‹. he according to reopen the border",),
    ("Kenya said no. “We will stay here\x00",),
    ("said “said “said” according to according to Kenya”",),
]
KNOWN_BROKEN: dict[str, str] = {}


@pytest.mark.parametrize(("text",), cases(BROKEN, KNOWN_BROKEN))
def test_what_makes_no_sense_is_read_all_the_same(text: str) -> None:
    assert read(text).document.text == text


ANSWERS = [
    (
        "Somalia said the fence endangers its herds. Kenya rejected that position.",
        ("the fence endangers its herds", "denies"),
    ),
    (
        (
            "The fence endangers the herds, Somalia said. Kenya dismissed the claim, arguing that"
            " the fence is open to animals."
        ),
        ("The fence endangers the herds", "denies"),
    ),
    (
        "Somalia demanded that Kenya open the border. Kenya rejected the demand.",
        ("that Kenya open the border", "refuses"),
    ),
    (
        "Somalia called on Kenya to open the border. Nairobi ruled that out.",
        ("Kenya to open the border", "refuses"),
    ),
    (
        "Somalia asked Kenya to open the border. Nairobi accepted the request.",
        ("open the border", "accepts"),
    ),
    (
        (
            "Somalia said the fence endangers its herds. It rained, Kenya said. Somalia rejected"
            " the accusation that it let its herds stray."
        ),
        None,
    ),
    ("Kenya rejected the demand.", None),
    ("Kenya demanded a fence. Kenya rejected the demand.", None),
]
KNOWN_ANSWERS: dict[str, str] = {
    "Somalia asked Kenya to open": '"accept" is no cue',
    "Somalia said the fence endangers its herds. It rained": (
        "an accusation that is spelled out answers whatever was said last"
    ),
}


@pytest.mark.parametrize(("text", "expected"), cases(ANSWERS, KNOWN_ANSWERS))
def test_what_a_statement_answers(text: str, expected: tuple[str, str] | None) -> None:
    reading = read(text)
    told = {s.id: content(s, reading) for s in reading.statements}
    found = [(told[s.answers], s.attitude) for s in reading.statements if s.answers]
    assert found == ([] if expected is None else [expected])


# --- where it was said -------------------------------------------------------------------------

CHANNELS = [
    ("The Kenyan minister told Reuters that the border was open.", "Reuters"),
    ("The border is open, the Kenyan minister wrote on X.", "X"),
    ("The border is open, the Kenyan minister said in a post on Telegram.", "Telegram"),
    (
        "The Kenyan minister said at a press conference that the border was open.",
        "press conference",
    ),
    ("The Kenyan minister said in an interview with the BBC that the border was open.", "BBC"),
    ("The Kenyan minister told reporters that the border was open.", None),
    ("The Kenyan minister said that the border was open.", None),
]
KNOWN_CHANNELS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "channel"), cases(CHANNELS, KNOWN_CHANNELS))
def test_channel(text: str, channel: str | None) -> None:
    assert [s.channel for s in read(text).statements] == [channel]


def test_furniture_and_headings_say_nothing() -> None:
    reading = read(
        "Kenya says border to open\n\nThe border is open.\n\nRead also: Somalia said it would wait."
    )
    assert reading.statements == ()


def test_a_text_in_which_nobody_speaks_is_a_finding() -> None:
    assert [f.code for f in read("The border is open.").findings] == ["no-statement"]


def test_a_speaker_of_whom_nothing_is_known_is_a_finding_at_its_place() -> None:
    text = "The farmers said the border was open."
    (finding,) = read(text).findings
    assert finding.code == "speaker-unresolved"
    assert finding.where is not None
    assert text[finding.where.start : finding.where.end] == "The farmers"
