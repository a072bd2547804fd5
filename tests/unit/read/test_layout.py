"""Is every paragraph found where it stands, however a file breaks its lines?"""

from detente.read.layout import pieces

SENTENCE = "The two delegations said that they would meet again in the spring. "


def words(text):
    return [piece.span.of(text) for piece in pieces(text)]


def test_a_paragraph_of_absurd_length_is_cut_where_sentences_end():
    text = SENTENCE * 2000
    found = words(text)
    assert len(found) > 1
    assert max(map(len, found)) <= 20_000
    assert all(part.endswith(".") for part in found)
    assert " ".join(found) == text.strip()


def test_without_sentences_it_is_cut_between_words_and_without_words_anywhere():
    text = "word " * 10_000
    assert " ".join(words(text)) == text.strip()
    assert all(part.startswith("word") and part.endswith("word") for part in words(text))
    assert "".join(words("a" * 50_000)) == "a" * 50_000


def test_blanks_after_a_cut_are_no_piece():
    text = "a" * 20_000 + " " * 30_000 + "b." + " " * 25_000
    assert words(text) == ["a" * 20_000, "b."]


def test_a_wrapped_paragraph_is_one_piece_and_costs_no_more_for_being_long():
    line = "and this line goes on to the next without an end, for all who care"
    text = "\n".join([line] * 20_000)
    assert sum(part.count("\n") for part in words(text)) > 19_000
