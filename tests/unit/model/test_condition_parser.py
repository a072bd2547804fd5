import pytest

from detente.domain.conditions import Both, Not, Taken, holds, options_in, written
from detente.domain.findings import Place
from detente.model.conditions import MOST_LEVELS, parse

OPTIONS = ("us.readmit", "us.sanction", "turkiye.give-up")
READMIT, SANCTION, GIVE_UP = map(Taken, OPTIONS)


def parsed(text, party="us"):
    condition, findings = parse(text, OPTIONS, party=party)
    assert findings == ()
    return condition


def refused(text, party="us"):
    condition, findings = parse(text, OPTIONS, party=party)
    assert condition is None
    return [(f.code, f.what, f.fix, f.where.line, f.where.column) for f in findings]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("readmit", READMIT),
        ("((us.readmit))", READMIT),
        ("not not readmit", Not(Not(READMIT))),
        ("not readmit and sanction", Both(Not(READMIT), "and", SANCTION)),
        (
            "readmit or sanction and turkiye.give-up",
            Both(READMIT, "or", Both(SANCTION, "and", GIVE_UP)),
        ),
        (
            "readmit and sanction or turkiye.give-up",
            Both(Both(READMIT, "and", SANCTION), "or", GIVE_UP),
        ),
        (
            "readmit requires sanction requires readmit",
            Both(READMIT, "requires", Both(SANCTION, "requires", READMIT)),
        ),
        ("readmit iff sanction iff readmit", Both(Both(READMIT, "iff", SANCTION), "iff", READMIT)),
        (
            "readmit or sanction requires readmit iff sanction",
            Both(Both(Both(READMIT, "or", SANCTION), "requires", READMIT), "iff", SANCTION),
        ),
        ("not (readmit or\n\tsanction)", Not(Both(READMIT, "or", SANCTION))),
    ],
)
def test_it_groups_as_documented(text, tree):
    assert parsed(text) == tree


def test_grouping_of_and_says_nothing():
    one = parsed("readmit and (sanction and turkiye.give-up)")
    assert one == parsed("(readmit and sanction) and turkiye.give-up")
    assert written(one) == "us.readmit and us.sanction and turkiye.give-up"


def test_bare_names_are_the_partys_own():
    assert parsed("readmit", party="us") == READMIT
    assert refused("readmit", party="turkiye")[0][2] == "did you mean 'us.readmit'?"
    assert refused("readmit", party=None)[0][2] == "did you mean 'us.readmit'?"


@pytest.mark.parametrize(
    ("text", "what", "fix", "column"),
    [
        ("redmit", "no option is called 'redmit'", "did you mean 'readmit'?", 1),
        ("readmit and uk.sanction", "no option is called 'uk.sanction'", "'us.sanction'", 13),
        ("readmit sanction", "an operator is missing before 'sanction'", "requires", 9),
        ("readmit and", "nothing follows 'and'", "name an option", 9),
        ("not", "nothing follows 'not'", "name an option", 1),
        ("and readmit", "an option is missing before 'and'", "name an option", 1),
        ("()", "an option is missing before ')'", "name an option", 2),
        ("(readmit", "never closed", "')'", 1),
        ("readmit)", "never opened", "remove", 8),
        ("  ", "is empty", "name an option", 1),
        ("readmit & sanction", "'&' is not an operator", "write `and`", 9),
        ("readmit AND sanction", "'AND' is not an operator", "write `and`", 9),
        ("readmit → sanction", "'→' means nothing", "only names", 9),
    ],
)
def test_an_error_says_where_and_what_to_do(text, what, fix, column):
    _, said, way_out, line, found = refused(text)[0]
    assert what in said
    assert fix in way_out
    assert (line, found) == (1, column)


def test_line_and_column_count_across_lines():
    assert refused("readmit and\n   sanctoin")[0][3:] == (2, 4)


def test_all_unknown_names_are_told_at_once_up_to_a_bound():
    assert [each[1] for each in refused("a1 and b1 or a1")] == [
        "no option is called 'a1'",
        "no option is called 'b1'",
    ]
    many = " and ".join(f"unknown{n}" for n in range(10_000))
    assert len(refused(many)) == 11


def test_the_caller_says_where_the_text_stands():
    _, findings = parse("x", OPTIONS, where=lambda offset: Place(path="f", line=7, column=offset))
    assert findings[0].where == Place(path="f", line=7, column=0)


DEEP = 10**6


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(" * DEEP + "readmit" + ")" * DEEP, None),
        (" and ".join(["readmit"] * 10**5), None),
        ("readmit and (" * 10**5 + "sanction" + ")" * 10**5, None),
        ("not " * DEEP + "readmit", "condition-too-deep"),
        ("readmit requires " * 10**5 + "readmit", "condition-too-deep"),
        ("readmit and (readmit or " * 10**5 + "readmit" + ")" * 10**5, "condition-too-deep"),
        ("(" * DEEP, "condition-syntax"),
        (")" * DEEP, "condition-syntax"),
        ("x" * DEEP, "unknown-option"),
    ],
    ids=range(9),
)
def test_no_depth_exhausts_the_stack(text, code):
    condition, findings = parse(text, OPTIONS, party="us")
    assert [finding.code for finding in findings] == ([code] if code else [])
    assert all(len(finding.what) < 200 for finding in findings)
    if condition is not None:
        assert isinstance(holds(condition, {"us.readmit"}), bool)
        assert "us.readmit" in options_in(condition)
        assert written(condition)
        assert hash(condition) == hash(condition)
        assert condition == parse(text, OPTIONS, party="us")[0]
        assert repr(condition)


def test_what_is_as_deep_as_allowed_can_be_walked():
    deepest = parsed("not " * MOST_LEVELS + "readmit")
    assert holds(deepest, {"us.readmit"})
    assert parsed(written(deepest)) == deepest
    assert refused("not " * (MOST_LEVELS + 1) + "readmit")[0][0] == "condition-too-deep"
