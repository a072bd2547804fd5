"""Nouns that a participle, a particle or an aside parts from their verb."""

import pytest

from detente.read.grammar.parser import parsed
from detente.read.grammar.tokens import Token


def tokens(text: str) -> dict[str, Token]:
    """The words of a sentence by their forms, the last of each form, as rules see them."""
    ((doc, _),) = parsed([(text, None)])
    return {token.text: token for token in doc.tokens}


HUNG = [
    ("Peru will not hand back 41 Chilean boats impounded off Ilo since May.", "boats", "hand"),
    ("Oslo has also called for 56 of its sailors held at Lima to be freed.", "freed", "called"),
    ("Chile wants the fishermen held at Ilo to be freed.", "fishermen", "freed"),
    ("Chile would let nobody through.", "nobody", "let"),
    ("Estonia said on Wednesday it would reopen its ports.", "on", "said"),
    ("Peru told Chile on Friday it must pay.", "on", "told"),
    ("Estonia said that on Wednesday it would reopen its ports.", "on", "reopen"),
    ("Ghana will let no one through.", "one", "let"),
    ("Water will be held despite pleas from downstream Peru, Chile's ministry said.", "ministry",
     "said"),
    ("Peru will go on barring Chilean aircraft.", "barring", "go"),
    ("Peru has shut the port until further notice, the Minister of Ports, Ana Quispe, announced.",
     "shut", "announced"),
    ("Peru has suspended imports until further notice, the Minister of Trade, Ana Quispe, said.",
     "suspended", "said"),
    (
        (
            "Leave to work will be given when a pilot is aboard, Coordinating Deputy for Maritime"
            " Sovereignty Ana Quispe stated here."
        ),
        "Deputy",
        "stated",
    ),
    ("Peru could not lift it, Quispe told a panel, but it would pay for a dredger.", "pay", "lift"),
    ("The pass, where 6,000 traders a day used to queue, will be kept shut.", "pass", "kept"),
    ("It was up to Chile, he insisted, to take back the migrants.", "take", "was"),
    ("It was up to Chile, Peru's minister insisted, to take back people who left.", "take", "was"),
    ("Chile will lift the ban the day compensation is paid.", "paid", "lift"),
    ("Peru would pull out the moment compensation was paid, its minister said.", "paid", "pull"),
    ("The border stays shut, Peru's minister said, until the raids end.", "border", "stays"),
    ("The ban will be lifted, Peru's minister said, if Chile pays the fine.", "pays", "lifted"),
    ("The ban could be lifted if Chile submits complete counts of its herds.", "counts", "submits"),
    ("Peru demanded that the toll end and warned that it would sue if it did not.", "toll", "end"),
    ("Peru demanded that the toll end and warned that it would sue if it did not.", "warned",
     "demanded"),
    ("Peru has frozen $18m of budget support.", "support", "of"),
    ("Chile will keep it shut until Peru apologises.", "Peru", "apologises"),
    ("The sailors will stay until Peru apologises for the raid, a Chilean spokesman said.", "Peru",
     "apologises"),
    ("Peru's minister noted that the accord the two states signed in 2015 requires Chile to pay.",
     "accord", "requires"),
    ("Peru's minister noted that the accord the two states signed in 2015 requires Chile to pay.",
     "states", "signed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "above"), HUNG)
def test_a_word_hangs_where_it_belongs(text: str, word: str, above: str) -> None:
    """The small parser hangs them elsewhere."""
    assert tokens(text)[word].head.text == above


SUBJECTS = [
    ("Minister, a convoy was seized this week.", {"convoy"}),
    ("Minister, the government will sign.", {"government"}),
    ("Oslo, a city of 700,000, will sign.", {"Oslo"}),
]


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS)
def test_who_is_addressed_is_no_subject(text: str, subjects: set[str]) -> None:
    found = tokens(text).values()
    assert {t.text for t in found if t.dep_ in ("nsubj", "nsubjpass")} == subjects


LEFT = [
    ("Peru said boats landed at Ilo in May.", "boats", "landed"),
    ("Peru will not release the fishermen arrested in May.", "fishermen", "release"),
    ("The fence, where two men died in May, must come down.", "men", "died"),
    ("Chile stays out until talks resume.", "talks", "resume"),
    ("Peru's minister said the ban would be lifted if Chile pays.", "pays", "lifted"),
    ("Chile will pay the moment money that was promised.", "promised", "money"),
]


@pytest.mark.parametrize(("text", "word", "above"), LEFT)
def test_what_is_parsed_right_is_left(text: str, word: str, above: str) -> None:
    """Each mending has sentences on which it must not work."""
    assert tokens(text)[word].head.text == above
