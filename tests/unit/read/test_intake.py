"""Does every file become its words, or a sentence that says why not?"""

import json
import os
from datetime import UTC, datetime

import pytest

from detente.domain.evidence import Document
from detente.read import files, load_parser, read_documents, take, take_bytes, take_file, whole_date
from detente.read.intake.documents import MAX_BYTES, decode

SAID = "The minister said that the talks in Ankara would go on, and that he had no other plan."
TURKISH = "Dışişleri Bakanı Şükrü Gündoğdu, İzmir: ğ ı ş İ ö ç ü"


def only(taken):
    (finding,) = taken.findings
    return finding


def article(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


# --- Encodings -----------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_word(encoding):
    taken = take_bytes(f"{SAID} {TURKISH}".encode(encoding), path="a.txt")
    assert taken.document.text == f"{SAID} {TURKISH}"
    assert taken.findings == ()


def test_turkish_windows_text_keeps_its_letters_and_says_it_was_guessed():
    taken = take_bytes(f"{SAID} {TURKISH}".encode("cp1254"), path="a.txt")
    assert taken.document.text == f"{SAID} {TURKISH}"
    finding = only(taken)
    assert (finding.code, finding.severity) == ("encoding-guessed", "info")
    assert "windows-1254" in finding.what


def test_western_windows_text_keeps_its_letters():
    text = f"{SAID} “Señor” Müller’s déjà vu – 5 €"
    assert take_bytes(text.encode("cp1252"), path="a.txt").document.text == text


def test_line_ends_become_one_and_nothing_else_changes():
    data = f"\ufeff{SAID}\r\nA  second\tline \rand a third\n".encode()
    assert take_bytes(data, path="a").document.text == f"{SAID}\nA  second\tline \nand a third\n"


def test_bytes_that_are_no_text_are_not_decoded():
    assert decode(bytes(range(256)) * 8) is None
    assert decode(b"\xff\xfe\x00") is None  # half a character of UTF-16


# --- What is refused, and how --------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \n\t\r\n", "empty-file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), "binary-file"),
        (b"PK\x03\x04" + bytes(range(256)) * 20, "binary-file"),
        ("Die Regierung sagte, dass sie den Plan nicht annehmen werde. " * 3, "not-english"),
        (
            "Bakan, görüşmelerin sürdüğünü ve planın kabul edilmeyeceğini söyledi. " * 3,
            "not-english",
        ),
        ("部长表示，会谈仍在继续，他没有其他计划。" * 20, "not-english"),
    ],
)
def test_what_is_refused(data, code):
    taken = take_bytes(data if isinstance(data, bytes) else data.encode(), path="some/file.txt")
    finding = only(taken)
    assert taken.document is None
    assert (finding.code, finding.severity) == (code, "error")
    assert finding.where.path == "some/file.txt"
    assert "some/file.txt" in finding.what
    assert finding.fix


def test_a_page_without_an_article_is_refused():
    page = b"<!doctype html><html><head><title>x</title></head><body></body></html>"
    assert only(take_bytes(page, path="a.html")).code == "no-article-text"


def test_a_file_beyond_the_limit_is_not_even_opened(tmp_path, monkeypatch):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(20_000_000)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _: pytest.fail("it was read"))
    finding = only(take_file(path))
    assert finding.code == "file-too-large"
    assert "20 MB" in finding.what


def test_a_file_at_the_limit_is_read(tmp_path):
    path = article(tmp_path, "a.txt", (SAID * (MAX_BYTES // len(SAID) + 1))[:MAX_BYTES])
    assert len(take_file(path).document.text) == MAX_BYTES


def test_a_missing_file_and_one_that_is_refused_by_the_system(tmp_path, monkeypatch):
    assert "does not exist" in only(take_file(tmp_path / "none.txt")).what
    path = article(tmp_path, "locked.txt", SAID)

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    finding = only(take_file(path))
    assert finding.code == "unreadable-file"
    assert "Permission denied" in finding.what


def test_a_name_too_long_for_the_system_is_a_finding(tmp_path):
    (taken,) = take(tmp_path / ("x" * 5000 + ".txt"))
    assert only(taken).code == "unreadable-file"


# --- HTML and Markdown ---------------------------------------------------------------------


def test_of_a_page_only_the_article_is_taken():
    page = f"""<!doctype html><html><head><title>Talks go on</title>
    <meta property="article:published_time" content="2025-12-09"></head><body>
    <nav><a href="/">Home</a> <a href="/x">Sport</a></nav><script>steal()</script>
    <article><h1>Talks go on</h1><p>{SAID}</p><p>{SAID} <b>Again</b> &amp; again.</p></article>
    <footer>© Example</footer></body></html>"""
    document = take_bytes(page.encode(), path="a.html").document
    assert SAID in document.text
    assert "Again & again." in document.text
    assert "steal" not in document.text
    assert "Sport" not in document.text
    assert document.title == "Talks go on"
    assert document.published == "2025-12-09"


def test_html_is_known_by_its_first_words_too():
    page = f"<!DOCTYPE html><html><body><article><p>{SAID}</p><p>{SAID}</p></article></body></html>"
    assert "<p>" not in take_bytes(page.encode(), path="saved-page").document.text


def test_of_markdown_the_words_are_taken():
    text = f"# Talks\n\n{SAID} See **[the letter](http://x.test)**.\n\n```\ncode()\n```\n"
    document = take_bytes(text.encode(), path="a.md").document
    assert document.text == f"Talks\n\n{SAID} See the letter."
    assert document.title == "Talks"


def test_markup_in_plain_text_is_text():
    text = f"{SAID} <script>alert(1)</script> & <b>bold</b>"
    assert take_bytes(text.encode(), path="a.txt").document.text == text


# --- Dates ---------------------------------------------------------------------------------


def test_a_date_given_is_for_texts_without_their_own():
    dated = f"Published: 2019-07-17\n\n{SAID}".encode()
    assert take_bytes(dated, path="a").document.published == "2019-07-17"
    assert take_bytes(dated, path="a", published="2025").document.published == "2019-07-17"
    assert take_bytes(SAID.encode(), path="a", published="2025").document.published == "2025"


def test_when_a_file_was_written_dates_no_text(tmp_path):
    path = article(tmp_path, "note.txt", SAID)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert take_file(path).document.published is None


@pytest.mark.parametrize("text", ["2025", "2025-12", "2025-12-09", "2024-02-29"])
def test_dates_of_any_precision(text):
    assert whole_date(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "25", "2025-13", "2025-00", "2025-02-29", "2025-12-9", "2025-12-00", "09.12.2025",
     "2025-12-09 ", "2025-W01", "٢٠٢٥", "0000",
        "9999", "2025-12-09T10:00", "soon"],
)  # fmt: skip
def test_what_is_no_date(text):
    assert whole_date(text) is None


FRONT = """---
title: "Talks in Bern"
date: 2025-12-09T08:30:00Z
tags: [talks, border]
source: The Bern Courier
link: https://courier.test/talks
---

# Another headline

"""


SOME_WORDS = "He came to the place and was told of it by them."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("San José, 6 February 2025", "2025-02-06"),
        ("Parliament of Georgia, Tbilisi, 31 January 2025", "2025-01-31"),
        ("Ankara, 9 May 2025. The minister received the envoys.", "2025-05-09"),
        ("30 September 2023. Some journalists had come.", "2023-09-30"),
        ("İzmir, 9 May 2025 – The minister received the envoys.", "2025-05-09"),
        ("May 9, 2025 | Reuters", "2025-05-09"),
        ("Friday, 9 May 2025", "2025-05-09"),
        ("By Ada Bell\n9 May 2025", "2025-05-09"),
        ("Last updated: May 9, 2025 at 10:30 GMT", "2025-05-09"),
        # What is told of a day dates nothing.
        ("On 9 May 2025 the army left the town.", None),
        ("Since 9 May 2025, Kenya has kept the border closed.", None),
        ("9 May 2025 was the day on which the treaty was signed.", None),
        ("The treaty of 9 May 2025", None),
        ("Friday, 31 February 2025", None),
    ],
)
def test_a_line_that_gives_a_day_dates_the_text(line, day):
    taken = take_bytes(f"{line}\n\n{SOME_WORDS}".encode(), path="a.txt")
    assert taken.document.published == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-05-09-geneva.txt", "2025-05-09"),
        ("note_20250509.txt", "2025-05-09"),
        ("note 2025.05.09.md", "2025-05-09"),
        ("20250509T1200.txt", "2025-05-09"),
        ("202505091.txt", None),
        ("2025-13-09.txt", None),
        ("report-2025-05.txt", None),
        ("2025-02-01/note.txt", None),
    ],
)
def test_a_name_that_begins_or_ends_with_a_day_dates_the_text(name, day):
    assert take_bytes(SOME_WORDS.encode(), path=name).document.published == day
    dated = f"Published: 2024-01-02\n\n{SOME_WORDS}".encode()
    assert take_bytes(dated, path=name, published="2023").document.published == "2024-01-02"
    assert take_bytes(SOME_WORDS.encode(), path=name, published="2023").document.published == (
        day or "2023"
    )


def test_the_front_matter_of_markdown_is_about_the_text_and_no_part_of_it():
    document = take_bytes(f"{FRONT}{SAID}\n".encode(), path="a.md").document
    assert document.text == f"Another headline\n\n{SAID}"
    assert (document.title, document.published) == ("Talks in Bern", "2025-12-09")
    assert (document.publisher, document.url) == ("The Bern Courier", "https://courier.test/talks")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("date: 2025-12-09", "2025-12-09"),
        ("Published: '2025-12'", "2025-12"),
        ("pubDate: 9 December 2025", "2025-12-09"),
        ("date: soon", None),
        ("date:", None),
        ("updated: 2025-12-09", None),
    ],
)
def test_which_lines_of_a_front_matter_date_a_text(line, published):
    text = f"---\nlayout: post\n{line}\n---\n\n{SAID}\n"
    assert take_bytes(text.encode(), path="a.md").document.published == published


def test_front_matter_of_toml():
    text = f"+++\ndate = 2025-12-09\n+++\n\n{SAID}\n"
    assert take_bytes(text.encode(), path="a.md").document.published == "2025-12-09"


@pytest.mark.parametrize(
    "text",
    [
        f"---\ndate: 2025-12-09\n\n{SAID}",  # never closes
        f"---\n\n{SAID}\n\n---\n",  # a rule, words, a rule
        f"{SAID}\n\n---\ndate: 2025-12-09\n---\n",  # not at the top
        "---\n" * 5000 + SAID,
    ],
)
def test_what_is_no_front_matter_is_text(text):
    assert SAID in take_bytes(text.encode(), path="a.md").document.text


def test_a_day_that_has_not_come_is_kept_and_noted(tmp_path):
    taken = take_bytes(f"Published: 2099-07-17\n\n{SAID}".encode(), path="a.txt")
    assert taken.document.published == "2099-07-17"
    assert (only(taken).code, only(taken).severity) == ("date-in-future", "warning")
    row = json.dumps({"text": SAID, "published": "2099"})
    (taken,) = take(article(tmp_path, "a.jsonl", row))
    assert only(taken).code == "date-in-future"


def test_today_and_tomorrow_somewhere_are_days_that_have_come():
    today = datetime.now(UTC).date().isoformat()
    for day in (today, today[:7], today[:4]):
        assert take_bytes(SAID.encode(), path="a", published=day).findings == ()


def findings(text, published=None):
    (reading,) = read_documents([Document(text=text, published=published)])
    return [f.code for f in reading.findings]


def test_a_missing_day_is_noted_where_a_date_needs_it():
    text = "Kenya said on Monday that the border would open within two weeks."
    assert findings(text).count("date-missing") == 1
    assert "date-missing" not in findings(text, "2025-12-09")
    assert "date-missing" not in findings("Kenya said the border was shut on 3 May 2024.")


# --- Folders -------------------------------------------------------------------------------


def test_a_folder_gives_its_articles_by_name(tmp_path):
    for name in ("b.txt", "a.HTML", "c.jsonl", "d.md", "skip.pdf", "brief.json", ".hidden"):
        article(tmp_path, name, SAID)
    (tmp_path / "sub.txt").mkdir()
    assert [path.name for path in files(tmp_path)] == ["a.HTML", "b.txt", "c.jsonl", "d.md"]


def test_a_folder_without_articles_says_so(tmp_path):
    (taken,) = take(tmp_path)
    assert only(taken).code == "unreadable-file"
    assert only(taken).where.path == str(tmp_path)


# --- One text a line -----------------------------------------------------------------------


def lines(tmp_path, *lines, **options):
    data = b"\n".join(
        line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines
    )
    return list(take(article(tmp_path, "many.jsonl", data), **options))


def test_a_line_keeps_what_it_says_of_its_text(tmp_path):
    given = {
        "text": f"{SAID}\r\n", "id": 7, "title": "T", "url": "https://x.test", "publisher": "P",
        "published": "2024-05-01T23:59:00Z", "more": [1],
    }  # fmt: skip
    (taken,) = lines(tmp_path, given)
    document = taken.document
    assert document.text == f"{SAID}\n"
    assert (document.source_id, document.title, document.publisher) == ("7", "T", "P")
    assert (document.url, document.published) == ("https://x.test", "2024-05-01")


def test_bad_lines_are_named_and_the_others_read(tmp_path):
    good = {"text": SAID}
    found = lines(tmp_path, good, b"{nope", b"", [1], {"id": 1}, {"text": " "}, b'"\xff"', good)
    assert [taken.document is not None for taken in found] == [True, *[False] * 5, True]
    refused = [only(taken) for taken in found[1:-1]]
    assert [finding.where.line for finding in refused] == [2, 4, 5, 6, 7]
    assert {finding.severity for finding in refused} == {"error"}
    assert found[-1].document.path.endswith("many.jsonl:8")


def test_a_line_in_another_language_is_refused(tmp_path):
    (taken,) = lines(tmp_path, {"text": "Le ministre a déclaré que les négociations continuent."})
    assert only(taken).code == "not-english"


def test_a_bad_date_costs_the_date_and_not_the_text(tmp_path):
    found = lines(
        tmp_path, {"text": SAID, "published": "soon"}, {"text": SAID}, published="2025-12"
    )
    assert [taken.document.published for taken in found] == ["2025-12", "2025-12"]
    assert only(found[0]).code == "bad-published"
    assert found[1].findings == ()


def test_half_a_surrogate_pair_does_no_harm(tmp_path):
    (taken,) = lines(tmp_path, b'{"text": "\\ud83c The minister said so.", "title": "\\udfff"}')
    assert taken.document.text == "\ufffd The minister said so."
    assert taken.document.id.startswith("doc_")


def test_a_byte_order_mark_and_depth_beyond_reason(tmp_path):
    mark = b"\xef\xbb\xbf" + json.dumps({"text": SAID}).encode()
    deep = b'{"text": ' + b"[" * 100_000
    found = lines(tmp_path, mark, deep, {"text": SAID})
    assert [taken.document is not None for taken in found] == [True, False, True]


def test_a_line_longer_than_an_article_is_skipped_to_its_end(tmp_path):
    long = {"text": "a" * (2 * MAX_BYTES + 10)}
    found = lines(tmp_path, long, {"text": SAID})
    assert only(found[0]).code == "file-too-large"
    assert found[1].document.path.endswith(":2")


def test_a_file_of_lines_that_is_empty_or_missing(tmp_path):
    assert only(lines(tmp_path, b"\n")[0]).code == "empty-file"
    (missing,) = take(tmp_path / "none.jsonl")
    assert only(missing).code == "unreadable-file"


# --- The reader behind the same door -------------------------------------------------------


def test_documents_come_back_in_order_with_their_own_text():
    load_parser()
    texts = [
        f"{country} said it would not accept the plan." for country in ("Spain", "Chile", "Peru")
    ]
    documents = [take_bytes(text.encode(), path=text).document for text in texts]
    readings = list(read_documents(documents))
    assert [reading.document.text for reading in readings] == texts
    parties = [reading.statements[0].source.party for reading in readings]
    assert parties == ["ESP", "CHL", "PER"]


def test_what_tells_of_the_folder_is_no_article_of_it(tmp_path):
    for name in ("README.md", "LICENSE.txt", "2024-01-02.txt"):
        (tmp_path / name).write_text("Kenya closed the border.", encoding="utf-8")
    assert [f.name for f in files(tmp_path)] == ["2024-01-02.txt"]
    assert files(tmp_path / "README.md") == (tmp_path / "README.md",)
