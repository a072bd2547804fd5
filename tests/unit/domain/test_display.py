"""Is the table of states right, short and harmless in whatever page it stands?"""

import re
from html.parser import HTMLParser

from detente import analysis
from detente.domain.display import table_of
from detente.domain.findings import Finding
from detente.model import files

MARKUP = "<script>alert('&')</script>"
VOID = {"br"}


class Balance(HTMLParser):
    """Which tags are open, and what cells say."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Balance:
    page = Balance()
    page.feed(html)
    page.close()
    assert not page.open
    return page


def shown(text: str) -> str:
    dispute, findings = files.loads(text)
    assert dispute is not None, findings
    return analysis.analyse(dispute)._repr_html_()


def graph(first: str, today: str = "") -> str:
    return (
        f'format = 1\nname = "G"\n{today}[[state]]\nid = {first}\n[[state]]\nid = "shut"\n'
        f'[[party]]\nid = "a"\nranking = ["shut", {first}]\n[[party]]\nid = "b"\n'
        f'ranking = [{first}, "shut"]\n[[move]]\nparty = "a"\nfrom = {first}\nto = ["shut"]\n'
    )


def test_every_text_is_escaped() -> None:
    record = {
        "id": MARKUP,
        "taken": MARKUP,
        "members": 2,
        "lawful": "yes",
        "status_quo": False,
        f"{MARKUP}.nash": True,
        "all.nash": None,
        "dominated_by": MARKUP,
    }
    finding = Finding(code="x", severity="warning", what=MARKUP, fix=MARKUP)
    html = table_of(
        [record], parties=[MARKUP, "all"], concepts=["nash"], states=1, findings=[finding]
    )
    page = read(html)
    assert "script" not in page.tags
    assert page.text.count(MARKUP) == 7


def test_labels_of_a_file_are_escaped() -> None:
    assert "&lt;b&gt;" in shown(graph('"<b>"'))
    assert "<b>" not in shown(graph('"<b>"'))


def test_graph_form_has_neither_options_nor_law() -> None:
    page = read(shown(graph('"open"', 'status_quo = "open"\n')))
    assert "options taken" not in page.text
    assert "lawful" not in page.text
    assert "open ◂" in page.text
    assert "not known" not in page.text


def test_one_row_a_state_and_one_cell_a_party_and_concept() -> None:
    html = shown(graph('"open"'))
    rows = re.findall("<tr>.*?</tr>", html.split("<tbody>")[1], flags=re.DOTALL)
    assert [row.count("<td") for row in rows] == [1 + 3 * 5] * 2


def test_marks_are_explained_where_they_occur_and_only_there() -> None:
    unknown = graph('"open"').replace('ranking = ["open", "shut"]', "")
    text = read(shown(unknown)).text
    assert "? not known" in text
    assert "today" not in text
    assert "Pareto" not in text
    assert "nothing is known of what b prefers" in text


def test_of_many_states_it_says_which_are_shown() -> None:
    options = "".join(f'[[party.option]]\nid = "o{k}"\ntext = "-"\n' for k in range(5))
    text = 'format = 1\nname = "Many"\n' + "".join(
        f'[[party]]\nid = "{p}"\nweights = {{"{p}.o0" = 1}}\n{options}' for p in "pq"
    )
    html = shown(text)
    assert "1,024 states; the table shows 100 of them" in read(html).text
    assert html.split("<tbody>")[1].count("<tr>") == 100
    assert len(html) < 200_000


def test_no_colour_of_its_own_hides_the_text_of_the_page() -> None:
    """On a dark page letters are light: they keep the page's colour, and grounds are tints."""
    style = shown(graph('"open"')).split("<style>")[1].split("</style>")[0]
    assert set(re.findall(r"(?<!-)color: ([^;}]+)", style)) == {"inherit"}
    grounds = re.findall(r"background: ([^;}]+)", style)
    assert all(g == "none" or g.startswith("rgba(") for g in grounds)
