"""The PDF: tagged, the same bytes for the same brief, and deaf to code in texts."""

import builtins
import re
import zlib
from importlib.resources import files

import pytest
from poison import PAYLOADS, poisoned_brief
from waters import make_water

from detente.brief import compose, render_pdf
from detente.domain.drafts import Draft
from detente.errors import MissingExtra

pytest.importorskip("typst", reason="the extra pdf is not installed")


def unpacked(pdf):
    """The file with its compressed streams written out."""
    found = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            found.append(stream)
    return b"\n".join(found)


@pytest.fixture(scope="module")
def pdf():
    return render_pdf(make_water().brief())


def test_it_is_tagged_and_says_that_it_is_for_everybody(pdf):
    whole = unpacked(pdf)
    assert pdf.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in whole
    assert b"/MarkInfo" in whole
    assert b"pdfuaid" in whole
    assert b"/Lang" in whole


def test_the_same_brief_gives_the_same_bytes(pdf):
    assert render_pdf(make_water().brief()) == pdf


def test_nothing_in_it_runs_or_is_attached(pdf):
    whole = unpacked(pdf)
    for name in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/SubmitForm"):
        assert name not in whole
    assert set(re.findall(rb"/URI ?\((.*?)\)", whole)) == {b"https://herald.example/minister"}


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), 40))
def test_no_text_is_code(first):
    payload = " ".join(PAYLOADS[first : first + 40])
    words = payload.encode("utf-8", errors="replace").decode("utf-8")
    whole = unpacked(render_pdf(poisoned_brief(make_water(f"\nLast words: {words}\n"), payload)))
    for name in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"root:x:0"):
        assert name not in whole
    for address in re.findall(rb"/URI ?\((.*?)\)", whole):
        assert address.startswith(b"https://")


def test_the_template_has_no_way_to_a_file_or_a_package():
    template = files("detente.brief.forms").joinpath("templates/brief.typ").read_text("utf-8")
    code = re.sub(r"//.*", "", template)
    for call in (
        "read(",
        "include",
        "import",
        "eval(",
        "plugin(",
        "csv(",
        "yaml(",
        "toml(",
        "xml(",
    ):
        assert call not in code, call
    assert re.findall(r"\b(?:json|image|bytes)\([^)]*", code) == [
        "json(bytes(sys.inputs.brief",
        "image(bytes(b.svg",
    ]


def test_an_empty_record_is_a_whole_file():
    assert render_pdf(compose((), Draft(dispute=None))).startswith(b"%PDF")


def test_scripts_that_no_font_has_do_not_stop_it():
    words = "\U00013080\U0001f54a 平和 שלום سلام \U0010ffff"
    assert render_pdf(poisoned_brief(make_water(f"\n{words}\n"), words)).startswith(b"%PDF")


def test_where_typst_is_missing_it_says_how_to_get_it(monkeypatch):
    real = builtins.__import__

    def without(name, *rest, **more):
        if name == "typst":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match="typst") as raised:
        render_pdf(compose((), Draft(dispute=None)))
    assert raised.value.exit_code == 5
    assert "typst" in raised.value.fix
