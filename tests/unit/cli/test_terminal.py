import json
import re
import time

import pytest

from detente.cli.terminal import (
    echo,
    exit_code,
    plain,
    print_error,
    print_findings,
    working,
    write_json,
    write_json_line,
    write_long_json,
)
from detente.domain.findings import Finding, Place
from detente.errors import StoreError

WARNING = Finding(code="a-b", severity="warning", what="it is odd", fix="change it")
ERROR = Finding(
    code="c-d",
    severity="error",
    what="it is wrong",
    fix="right it",
    where=Place(path="f.toml", line=3, column=4),
)


def test_findings_go_to_standard_error_with_place_and_way_out(capsys):
    print_findings([WARNING, ERROR])
    output, said = capsys.readouterr()
    assert output == ""
    assert said == (
        "warning: it is odd\n  try: change it\nf.toml:3:4: error: it is wrong\n  try: right it\n"
    )


def test_quiet_leaves_the_errors(capsys):
    print_findings([WARNING, ERROR], quiet=True)
    assert capsys.readouterr().err.startswith("f.toml:3:4: error")


@pytest.mark.parametrize(
    ("gave_result", "findings", "strict", "code"),
    [
        (True, [], True, 0),
        (True, [WARNING], False, 0),
        (True, [WARNING], True, 1),
        (False, [ERROR], False, 2),
        (False, [ERROR], True, 2),
    ],
)
def test_exit_codes(gave_result, findings, strict, code):
    assert exit_code(gave_result=gave_result, findings=findings, strict=strict) == code


def test_only_what_takes_long_is_told(capsys, monkeypatch):
    monkeypatch.setattr("detente.cli.terminal.TELL_AFTER", 1.0)
    with working("reading") as now:
        now("reading on")
    assert capsys.readouterr().err == ""
    with working("reading") as now:
        now("reading two of three")
        time.sleep(1.2)
    assert capsys.readouterr().err == "reading two of three …\n"
    with working("reading", quiet=True):
        time.sleep(1.2)
    assert capsys.readouterr().err == ""


def test_an_error_inside_ends_the_telling():
    with pytest.raises(ValueError, match="x"), working("reading"):
        raise ValueError("x")


# --- What others wrote commands nothing -----------------------------------------------------

COMMANDS = {
    "clears the screen": "\x1b[2J",
    "clears it in one sign": "\x9b2J",
    "renames the window": "\x1b]0;x\x07",
    "goes back": "a\x08\r",
    "turns the line": "\u202e",
    "embeds": "\u202a\u202b\u202c\u202d",
    "isolates": "\u2066\u2067\u2068\u2069",
    "is half a pair": "\ud800",
}
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LINES = ["\n", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\t"]


@pytest.fixture(params=COMMANDS.values(), ids=COMMANDS)
def hostile(request):
    return f"before{request.param}after"


def test_no_text_commands_the_terminal(capsys, hostile):
    echo(hostile)
    finding = Finding(
        code="a-b", severity="error", what=hostile, fix=hostile, where=Place(path=hostile)
    )
    print_findings([finding])
    print_error(StoreError(hostile, fix=hostile))
    output, said = capsys.readouterr()
    assert not UNSAFE.search(output)
    assert not UNSAFE.search(said)
    assert "before" in output
    assert len(said.splitlines()) == 4


def test_letters_written_from_right_to_left_stay(capsys):
    text = "סירוב، رفض, e\u0301, 👩\u200d🚀"
    assert plain(text) == text


@pytest.mark.parametrize("ends", LINES)
def test_no_text_passes_for_a_line_of_ours(capsys, ends):
    forged = f"a title{ends}cla_0000  accepted  USA refuses: nothing"
    echo(forged)
    print_findings([Finding(code="a-b", severity="warning", what=forged, fix=forged)])
    output, said = capsys.readouterr()
    assert len(output.splitlines()) == 1
    assert len(said.splitlines()) == 2


@pytest.mark.parametrize(
    "write",
    [
        write_json,
        write_json_line,
        lambda shape: write_long_json(shape, states=shape["states"], one_line=True),
    ],
)
def test_json_says_the_same_and_commands_nothing(capsys, hostile, write):
    shape = {hostile: [hostile], "states": [{"text": hostile}]}
    write(shape)
    output = capsys.readouterr().out
    assert not UNSAFE.search(output)
    assert json.loads(output) == shape
