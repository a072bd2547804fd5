"""What deleting and rewording sentences of the real article does to the drafted model.

The article is not ours: it is read where it lies beside the checkout, and sentences are
picked by a word or two.
"""

import re
from pathlib import Path

import pytest

from detente.domain.conditions import written
from detente.domain.dispute import Dispute
from detente.domain.drafts import Draft
from detente.domain.evidence import Document
from detente.model.drafting.draft import draft
from detente.read import read_documents

ARTICLE = Path(__file__).parents[2].parent / "shared" / "seed" / "article.txt"
CONDITION, REFUSAL, CLAIM = "post on X", "ruled out", "said posed"

pytestmark = pytest.mark.skipif(
    not ARTICLE.is_file(), reason="the real article is not beside this checkout"
)


@pytest.fixture(scope="module")
def article() -> str:
    return ARTICLE.read_text(encoding="utf-8")


def drafted(text: str) -> Draft:
    return draft(list(read_documents([Document(text=text)])))


def model(text: str) -> Dispute:
    found = drafted(text).dispute
    assert found is not None
    return found


def without(text: str, words: str) -> str:
    """The text without the sentence that holds some words."""
    sentence = re.compile(rf"[^.\n]*{re.escape(words)}[^.\n]*\.")
    shorter = sentence.sub("", text, count=1)
    assert shorter != text
    return shorter


def options(dispute: Dispute) -> set[str]:
    return {name for name, _, _ in dispute.named_options()}


def wishes(dispute: Dispute, party: str, *, stated: bool = True) -> list[str]:
    return [
        written(p.says[0])
        for p in dispute.party(party).preferences
        if not stated or p.basis == "stated"
    ]


def test_the_model_of_the_article(article: str) -> None:
    dispute = model(article)
    assert options(dispute) == {"us.readmit", "us.sanction", "turkiye.relinquish"}
    assert dispute.status_quo == {"us.sanction"}
    assert [written(p.says) for p in dispute.provisions] == [
        "us.readmit requires turkiye.relinquish"
    ]
    assert wishes(dispute, "turkiye")[0] == "not turkiye.relinquish"


def test_without_the_condition_neither_provision_nor_benefit(article: str) -> None:
    dispute = model(without(article, CONDITION))
    assert dispute.provisions == ()
    assert "us.readmit" not in options(dispute)


def test_without_the_law_the_condition_is_a_preference_only(article: str) -> None:
    start = article.index(" but stressed")
    dispute = model(article[:start] + article[article.index(". In a post", start) :])
    assert dispute.provisions == ()
    assert "us.readmit requires turkiye.relinquish" in wishes(dispute, "us")


def test_without_the_refusal_it_is_not_a_preference(article: str) -> None:
    dispute = model(without(article, REFUSAL))
    assert "not turkiye.relinquish" not in wishes(dispute, "turkiye", stated=False)


@pytest.mark.parametrize(
    ("wording", "wish"),
    [
        ("offered to give up", "turkiye.relinquish"),
        ("agreed to give up", "turkiye.relinquish"),
        ("refused to give up", "not turkiye.relinquish"),
        ("said that it will not give up", "not turkiye.relinquish"),
    ],
)
def test_rewording_the_refusal_turns_the_preference(article: str, wording: str, wish: str) -> None:
    reworded = re.sub(r"(has )repeatedly ruled out giving up", rf"\1{wording}", article)
    assert reworded != article
    found = wishes(model(reworded), "turkiye")
    assert wish in found
    assert ("not " + wish).removeprefix("not not ") not in found


def test_a_weak_refusal_no_longer_comes_first(article: str) -> None:
    reworded = re.sub(r"has repeatedly ruled out giving up", "is reluctant to give up", article)
    assert wishes(model(reworded), "turkiye")[0] != "not turkiye.relinquish"


@pytest.mark.parametrize(
    "wording",
    [
        r"must give up \2 before it can \3",
        r"will not \3 unless it gives up \2",
        r"must give up \2 to \3",
        r"is barred from the F 35 project while it possesses \2",
    ],
)
def test_the_condition_in_other_words_is_the_same_model(article: str, wording: str) -> None:
    pattern = r"cannot (operate or possess) (the Russian made [^.]*?) if it wants to (rejoin [^.]*)"
    reworded = re.sub(pattern, wording, article)
    assert reworded != article
    assert [written(p.says) for p in model(reworded).provisions] == [
        "us.readmit requires turkiye.relinquish"
    ]


def test_even_if_is_no_condition(article: str) -> None:
    reworded = article.replace("system if it wants", "system even if it wants")
    assert reworded != article
    assert model(reworded).provisions == ()


def test_sanctions_that_were_lifted_are_not_in_force(article: str) -> None:
    lifted = article.replace("under federal law.", "under federal law, but lifted them in 2024.")
    assert lifted != article
    assert "us.sanction" not in (model(lifted).status_quo or ())


def test_without_the_claim_or_its_denial_no_conflict_over_risk(article: str) -> None:
    assert drafted(article).conflicts
    assert not drafted(without(article, "rejected that position")).conflicts


def test_an_expectation_goes_with_its_sentence(article: str) -> None:
    both = {e.party for e in drafted(article).expectations}
    assert both == {"USA", "TUR"}
    assert {e.party for e in drafted(without(article, "told Reuters")).expectations} == {"USA"}


def test_swapping_the_parties_swaps_the_model(article: str) -> None:
    exchange = {
        "United States": "Turkey", "US": "Turkish", "Washington": "Ankara", "Ankara": "Washington",
        "Turkey": "the United States", "Turkish": "US",
    }  # fmt: skip
    swapped = re.sub(r"United States|US\b|Washington|Ankara|Turkey|Turkish",
        lambda m: exchange[m[0]], article)  # fmt: skip
    dispute = model(swapped)
    assert options(dispute) == {"turkiye.readmit", "turkiye.sanction", "us.relinquish"}
    assert wishes(dispute, "us")[0] == "not us.relinquish"


def test_other_countries_give_their_own_model(article: str) -> None:
    exchange = {"Turkey": "Serbia", "Turkish": "Serbian", "Ankara": "Belgrade"}
    moved = re.sub("|".join(exchange), lambda m: exchange[m[0]], article)
    assert {p.code for p in model(moved).parties} == {"USA", "SRB"}
