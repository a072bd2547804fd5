"""Does bad input get a clear sentence and the right exit code, and cost the good input nothing?"""

import html.parser
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TEXTS = Path(__file__).parents[1] / "texts"
GOOD = TEXTS / "dam" / "base.txt"
GERMAN = TEXTS / "nothing" / "german.txt"
SAID = "Spain said it would not accept the plan. Portugal said that talks would continue."
DETENTE = Path(sys.executable).with_name("detente")


def written(folder=None):
    """Everything in a folder, hidden files included."""
    return sorted(path.name for path in (folder or Path.cwd()).iterdir())


def large(path):
    with path.open("wb") as file:
        for _ in range(20):
            file.write(b"The minister said so. " * 50_000)


def unreadable(path, monkeypatch):
    """A file that the system refuses, whoever runs the tests."""
    path.write_text(SAID, encoding="utf-8")
    real = Path.read_bytes

    def refuse(self):
        if self.name == path.name:
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)


# What is wrong, how such a file is made, and what the sentence must name.
CASES = {
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "blank": (lambda path: path.write_bytes(b" \n\n\t"), "is empty"),
    "binary": (
        lambda path: path.write_bytes(b"\x7fELF\x02\x01" + bytes(range(256)) * 20),
        "not a text",
    ),
    "20 MB": (large, "MB"),
    "missing": (lambda path: None, "does not exist"),
    "folder": (lambda path: path.mkdir(), "is a folder"),
    "not English": (lambda path: path.write_bytes(GERMAN.read_bytes()), "English"),
    "no article": (lambda path: path.write_bytes(b"<!doctype html><p></p>"), "no article"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_alone_is_named_and_nothing_is_written(run, tmp_path, case):
    make, sentence = CASES[case]
    bad = tmp_path / "bad.txt"
    make(bad)
    for command in (
        ["brief", bad],
        ["read", bad],
        ["brief", bad, "--strict"],
        ["read", bad, "--json"],
    ):
        code, _, said = run(*command)
        assert code == 2
        (problem,) = [line for line in said.splitlines() if str(bad) in line and "error: " in line]
        assert sentence in problem
        assert "  try: " in said
        assert "Traceback" not in said
        assert "discarding" not in said  # what a library thinks of the file is not for the person
    assert written() == []


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_does_not_stop_a_good_one(run, tmp_path, case):
    make, sentence = CASES[case]
    bad = tmp_path / "bad.txt"
    make(bad)
    code, output, said = run("brief", bad, GOOD, "--json")
    assert code == 0
    assert sentence in said
    brief = json.loads(output)
    assert brief["dispute"] is not None
    assert str(bad) in [(f["where"] or {}).get("path") for f in brief["findings"]]
    assert written() == ["brief.html"]
    assert sentence.lower() in Path("brief.html").read_text(encoding="utf-8").lower()
    assert run("brief", bad, GOOD, "--strict")[0] == 1


def test_a_file_that_the_system_refuses(run, tmp_path, monkeypatch):
    bad = tmp_path / "locked.txt"
    unreadable(bad, monkeypatch)
    code, _, said = run("brief", bad, GOOD)
    assert code == 0
    assert f"{bad} cannot be read: Permission denied" in said
    assert "check its permissions" in said
    assert run("read", bad)[0] == 2


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything"
)
def test_a_file_without_permission(run, tmp_path):
    bad = tmp_path / "locked.txt"
    bad.write_text(SAID, encoding="utf-8")
    bad.chmod(0)
    assert run("brief", bad)[0] == 2


def test_a_text_in_which_nobody_says_anything(run, tmp_path):
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("The roads were dry in the north. Two bridges were painted.", encoding="utf-8")
    code, _, said = run("brief", quiet)
    assert code == 2
    assert "nobody was found to say anything" in said
    assert written() == []
    code, output, _ = run("read", quiet, "--json")
    assert code == 0
    assert json.loads(output)["documents"][0]["statements"] == []


def test_turkish_windows_text_arrives_with_its_letters(run, tmp_path):
    words = "Dışişleri Bakanı Şükrü Gündoğdu İzmir"
    path = tmp_path / "windows.txt"
    path.write_bytes(f"{SAID} “{words},” it added.".encode("cp1254"))
    code, output, said = run("brief", path, "--json")
    assert code == 0
    assert words in json.loads(output)["documents"][0]["document"]["text"]
    assert words in Path("brief.html").read_text(encoding="utf-8")
    assert "windows-1254" in Path("brief.html").read_text(encoding="utf-8")
    assert "error" not in said
    assert run("brief", path, "-o", "b.md")[0] == 0
    assert words in Path("b.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "received",
    [
        GOOD.read_text("utf-8").encode("utf-16"),
        GOOD.read_text("utf-8").encode("utf-8-sig"),
        GOOD.read_text("utf-8").replace("\n", "\r").encode(),
        GOOD.read_bytes() + b"\0",
    ],
    ids=["UTF-16", "a mark of the byte order", "old Mac line ends", "a NUL byte"],
)
def test_bytes_that_are_a_text_after_all(run, tmp_path, received):
    path = tmp_path / "a.txt"
    path.write_bytes(received)
    code, output, _ = run("read", path, "--json")
    assert code == 0
    assert said_in(output) == said_in(run("read", GOOD, "--json")[1])


def said_in(output):
    (reading,) = json.loads(output)["documents"]
    return [(s["cue"], s["content"]) for s in reading["statements"]]


def test_no_dispute_is_a_finding_and_not_a_failure(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Spain said that the talks were useful.", encoding="utf-8")
    code, output, said = run("brief", path)
    assert code == 0
    assert "no dispute could be drafted" in said
    assert output.splitlines()[-1].endswith("brief.html")
    assert run("brief", path, "--strict")[0] == 1


def test_bad_lines_of_many_texts(run, tmp_path):
    path = tmp_path / "many.jsonl"
    lines = [
        '{"text": "Spain said it would not go.", "id": "x"}',
        "{",
        '{"text": "Peru said yes."}',
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    code, output, said = run("read", path, "--jsonl")
    documents = [json.loads(line)["document"] for line in output.splitlines()]
    assert code == 0
    assert [document.get("source_id") for document in documents] == ["x", None]
    assert f"{path}:2: error: " in said


# --- Where it is written -------------------------------------------------------------------


def test_a_missing_folder_is_told_before_the_work(run, monkeypatch):
    monkeypatch.setattr("detente.read.load_parser", lambda: pytest.fail("it read first"))
    code, output, said = run("brief", GOOD, "-o", "no/such/brief.html")
    assert (code, output) == (3, "")
    assert "there is no folder no/such" in said
    assert "try: make no/such" in said


def test_a_folder_or_an_article_in_the_place_of_the_brief(run, tmp_path):
    assert run("brief", GOOD, "-o", tmp_path)[0] == 3
    article = tmp_path / "article.md"
    article.write_text(SAID, encoding="utf-8")
    code, _, said = run("brief", article, "-o", article)
    assert code == 2
    assert "would be overwritten" in said
    assert article.read_text(encoding="utf-8") == SAID


def test_a_folder_that_takes_no_file(run, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    code, output, said = run("brief", GOOD)
    assert (code, output) == (3, "")
    assert "brief.html cannot be written: Permission denied" in said


@pytest.mark.parametrize(
    "broken", ["os.fsync", "pathlib.Path.replace", "detente.brief.render_html"]
)
@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_old_brief_outlives_a_failure_at_any_step(run, monkeypatch, broken, failure):
    Path("brief.html").write_text("the old brief", encoding="utf-8")

    def fail(*_, **__):
        raise failure

    monkeypatch.setattr(broken, fail)
    code, _, said = run("brief", GOOD)
    assert code != 0
    assert written() == ["brief.html"]
    assert Path("brief.html").read_text(encoding="utf-8") == "the old brief"
    if isinstance(failure, KeyboardInterrupt):
        assert code == 130
        assert said.splitlines()[-1] == "stopped"


def test_the_new_brief_takes_the_old_ones_place_and_permissions(run):
    old = Path("brief.html")
    old.write_text("the old brief", encoding="utf-8")
    old.chmod(0o640)
    Path("link.html").symlink_to(old)
    assert run("brief", GOOD, "-o", "link.html")[0] == 0
    assert Path("link.html").is_symlink()
    assert old.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert old.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("name", "begins"),
    [("b.html", "<!doctype html>"), ("b.md", "# "), ("b.json", "{"), ("b", "<!")],
)
def test_the_ending_tells_the_form(run, name, begins):
    code, output, _ = run("brief", GOOD, "-o", name)
    assert code == 0
    assert Path(name).read_text(encoding="utf-8").startswith(begins)
    assert output.splitlines()[-1].endswith(name)


def test_json_is_one_object_and_the_page_is_written_beside_it(run):
    code, output, said = run("brief", GOOD, "--json")
    assert code == 0
    assert json.loads(output)["format"] == 1
    assert "brief.html" in said
    assert written() == ["brief.html"]


def test_a_stopped_program_leaves_nothing_behind(tmp_path):
    if os.name == "nt":
        pytest.skip("there is no interrupt to send to one process on Windows")
    articles = [tmp_path / f"{number}.txt" for number in range(200)]
    for number, path in enumerate(articles):
        path.write_text(f"{GOOD.read_text(encoding='utf-8')}\n{number}", encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    # What a shell starts in the background ignores interrupts, and so does what that starts.
    running = subprocess.Popen(
        [DETENTE, "brief", *articles],
        cwd=work,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert running.stderr is not None
    running.stderr.readline()  # the first sign of progress: it is at work
    time.sleep(0.2)
    for _ in range(3):
        # An interrupt that comes while a library clears up is lost; a person presses again.
        running.send_signal(signal.SIGINT)
        try:
            running.wait(timeout=3)
            break
        except subprocess.TimeoutExpired:
            continue
    said = running.communicate(timeout=60)[1]
    assert running.returncode == 130
    assert said.splitlines()[-1] == "stopped"
    assert "Traceback" not in said
    assert written(work) == []


# --- Names, terminals, dates ---------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["ğış İ.txt", "🇹🇷 🕊.txt", "two words.txt", "[bold]x[nope].txt", "-o.txt"]
)
def test_names_of_every_kind(run, name):
    Path(name).write_text(SAID, encoding="utf-8")
    output = f"{name}.html"
    code, printed, _ = run("brief", "-o", f"./{output}", "--", name)
    assert code == 0
    assert output in printed.splitlines()[-1]
    assert Path(output).is_file()
    assert name in run("read", "--", name)[1]


def test_output_is_utf8_whatever_the_terminal_claims(tmp_path):
    path = tmp_path / "ğış.txt"
    path.write_text(f"{SAID} “Türkiye ğış,” it added.", encoding="utf-8")
    done = subprocess.run(
        [DETENTE, "read", path, "--json"],
        env={**os.environ, "LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0
    document = json.loads(done.stdout.decode("utf-8"))["documents"][0]["document"]
    assert "Türkiye ğış" in document["text"]
    assert document["path"] == str(path)


def test_an_article_cannot_command_the_terminal(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "Spain\x1b]0;owned\x07 said it would \x1b[2Jnot accept \u202ethe plan.", encoding="utf-8"
    )
    for command in ("read", "brief"):
        code, output, said = run(command, path)
        assert code in (0, 2)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", output + said)


@pytest.mark.parametrize("published", ["2025-13-01", "soon", "01/02/2025", "9999"])
def test_a_date_that_is_none(run, published):
    for command in ("brief", "read"):
        code, output, said = run(command, GOOD, "--published", published)
        assert (code, output) == (2, "")
        assert "2025-12-09" in said
    assert written() == []


@pytest.mark.parametrize("published", ["1000", "2025-02", "2999-12-31"])
def test_dates_of_any_precision_and_age(run, published):
    assert run("brief", GOOD, "--published", published)[0] == 0


def test_offsets_count_code_points(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "🇹🇷🇹🇷 Ankara’nın sözcüsü ğ. Spain said it would not accept the plan.", encoding="utf-8"
    )
    document = json.loads(run("read", path, "--json")[1])["documents"][0]
    text = document["document"]["text"]
    spans = [
        piece for s in document["statements"] for piece in (s["source"], s["cue"], *s["content"])
    ]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


# --- Markup --------------------------------------------------------------------------------

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<style>*{display:none}</style>",
    "</style><script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
)


class Page(html.parser.HTMLParser):
    """Elements and attributes of a page, as a browser would see them."""

    def __init__(self, text):
        super().__init__()
        self.elements = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_from_an_article_stays_words(run, tmp_path, payload):
    base = GOOD.read_text(encoding="utf-8")
    text = base.replace("the dam", f"the {payload} dam").replace("Salem", f"Salem {payload}")
    hostile = tmp_path / f"a{re.sub('[/]', '', payload)}.txt"
    hostile.write_text(
        f"{payload}\n\n{text}\n\nEgypt said “{payload}” and refused.", encoding="utf-8"
    )
    lines = told_about(tmp_path / "b.jsonl", base, payload)

    code, _, _ = run("brief", hostile, lines)
    assert code == 0
    page = Page(Path("brief.html").read_text(encoding="utf-8"))
    assert payload in page.words or html.unescape(payload) in page.words
    other = told_about(tmp_path / "c.jsonl", f"{base} It rained.", "words")
    clean = Page(brief_of(run, GOOD, other))
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in clean.elements}
    assert not [a for _, attrs in page.elements for a in attrs if a.startswith("on")]
    links = [
        value or ""
        for _, attrs in page.elements
        for key, value in attrs.items()
        if key in ("href", "src")
    ]
    assert all(link.startswith(("#", "https://", "http://")) for link in links)
    policy = next(a for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy["content"]
    assert "unsafe-inline" not in policy["content"]


def test_markup_of_a_web_page_is_left_behind(run, tmp_path):
    page = f"""<!doctype html><html><head><title>T</title></head><body><article>
    <p onclick="alert(1)">{SAID}</p><script>alert(2)</script><p>{SAID}</p></article>
    </body></html>"""
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    assert run("brief", path)[0] == 0
    found = Page(Path("brief.html").read_text(encoding="utf-8"))
    assert "script" not in {tag for tag, _ in found.elements}
    assert "alert" not in found.words


def told_about(path, text, told):
    """A file with one text, of which everything else that can be told is `told`."""
    line = dict.fromkeys(("id", "title", "publisher", "url"), told) | {"text": text}
    path.write_text(json.dumps(line), encoding="utf-8")
    return path


def brief_of(run, *articles):
    run("brief", *articles, "-o", "clean.html")
    return Path("clean.html").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_full_disk_behind_the_output_is_told_in_words() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [DETENTE, "schema"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 3
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_output_is_no_fault() -> None:
    done = subprocess.run(
        ["sh", "-c", f"exec {shlex.quote(str(DETENTE))} schema >&-"],
        stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_a_dispute_file_that_is_not_there_makes_no_brief(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Norway said it would open the fjord.\n", encoding="utf-8")
    page = tmp_path / "brief.html"
    done = subprocess.run(
        [DETENTE, "brief", article, "--dispute", tmp_path / "no.toml", "-o", page],
        stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "does not exist" in done.stderr
    assert not page.exists()
