import time

import pytest

from detente.cli.terminal import exit_code, print_findings, working
from detente.domain.findings import Finding, Place

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


def test_only_what_takes_long_is_told(capsys):
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
