"""Do readings come in the order of the documents, however the parser takes them together?"""

import gc
from collections.abc import Iterator
from itertools import count, islice

from detente.domain.evidence import Document
from detente.read import read_documents
from detente.read.grammar.tokens import Doc
from detente.read.who.mentions import Story

NO = "Kenya said that the border was shut."
YES = "Oslo said that the border was open."


def documents(texts: list[str]) -> list[Document]:
    return [Document(text=text) for text in texts]


def test_texts_without_a_paragraph_keep_their_place() -> None:
    texts = ["", NO, " \n\n ", "", f"{YES}\n\nIt left.", ""]
    found = list(read_documents(documents(texts)))
    assert [r.document.text for r in found] == texts
    assert [len(r.statements) for r in found] == [0, 1, 0, 0, 1, 0]


def test_no_text_gives_no_reading() -> None:
    assert list(read_documents([])) == []
    assert [r.document.text for r in read_documents(documents([""]))] == [""]


def test_a_stream_without_an_end_is_read_as_it_comes() -> None:
    asked: list[int] = []

    def endless() -> Iterator[Document]:
        for k in count():
            asked.append(k)
            yield Document(text=f"Kenya said that post {k} was open.")

    found = list(islice(read_documents(endless()), 3))
    assert [r.document.text[21:22] for r in found] == ["0", "1", "2"]
    # The parser looks a batch ahead, and not further.
    assert len(asked) < 500


def test_a_reading_stays_when_the_next_is_made() -> None:
    first, second = read_documents(documents([NO, YES]))
    assert [s.content[0].of(r.document.text) for r in (first, second) for s in r.statements] == [
        "that the border was shut", "that the border was open",
    ]  # fmt: skip


def kept() -> int:
    """Stories and parses that there are; a weak reference of another test may point at nothing."""
    return sum(type(o) in (Story, Doc) for o in gc.get_objects())


def test_a_reading_leaves_nothing_to_the_collector() -> None:
    said = (
        "Ada Bell, the foreign minister, said on Monday that they would sign if Oslo did. She left."
    )
    list(read_documents(documents([said])))
    gc.collect()
    gc.disable()
    try:
        before = kept()
        list(read_documents(documents([said])))
        assert kept() == before
    finally:
        gc.enable()
