"""A brief in a real browser: nothing in it runs or fetches, and a person can read all of it.

The browser is Debian's Chromium, which `make ci-setup` installs. Where there is none, these
tests are skipped; CI has it.
"""

import os
import shutil
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from poison import PAYLOADS, poisoned_brief
from waters import make_water

from detente.brief import compose, pictures, render_html, render_markdown
from detente.domain.conditions import Not, Taken
from detente.domain.dispute import Dispute, Option, Party, Preference
from detente.domain.drafts import Draft
from detente.domain.evidence import Document, Reading

CHROMIUM = os.environ.get("DETENTE_CHROMIUM") or shutil.which("chromium")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None or CHROMIUM == "none",
    reason="there is no Chromium: make ci-setup installs it, DETENTE_CHROMIUM names another one",
)

# What a page must not have, whatever a browser makes of it.
HARMFUL = """() => [...document.querySelectorAll('*')].flatMap(one => [
    ...(/^(script|iframe|object|embed|form|input|base|link|img|image|video|use|foreignObject)$/i
        .test(one.localName) ? [one.localName] : []),
    ...[...one.attributes].filter(given => /^on|^style$|^src|^formaction$/i.test(given.name)
        || /^\\s*(javascript|data|vbscript):/i.test(given.value)).map(given => given.name),
])"""
MARKDOWN = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table")


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page, or a picture, from a file, and remember what it did."""
    # Without the page's own policy: the text itself must be harmless.
    context = browser.new_context(bypass_csp=True, offline=False)
    page = context.new_page()
    page.deeds = []
    page.on("dialog", lambda dialog: (page.deeds.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: page.deeds.append(str(error)))

    def open_(content, name="brief.html", width=1280):
        page.deeds.clear()
        path = tmp_path / name
        path.write_text(content, encoding="utf-8", errors="replace")
        asked = []
        listener = lambda request: asked.append(request.url)  # noqa: E731
        page.on("request", listener)
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(path.as_uri())
        page.remove_listener("request", listener)
        page.deeds += [url for url in asked if url != path.as_uri()]
        return page

    yield open_
    context.close()


# So many go into one page, so that two hundred take a minute and not ten.
TOGETHER = 5


def poisoned(first):
    payload = " ".join(PAYLOADS[first : first + TOGETHER])
    words = payload.encode("utf-8", errors="replace").decode("utf-8")
    return poisoned_brief(make_water(f"\nLast words: {words}\n"), payload)


def test_there_are_enough_payloads():
    assert len(PAYLOADS) == len(set(PAYLOADS)) >= 200


def test_the_spies_see_what_they_are_there_for(opened):
    page = opened("<img src=x onerror=alert(1)><script src=https://evil.example/x.js></script>")
    page.wait_for_timeout(50)
    assert {"1", "https://evil.example/x.js"} <= set(page.deeds)
    assert page.evaluate(HARMFUL)


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), TOGETHER))
def test_nothing_runs_and_nothing_is_fetched(opened, first):
    brief = poisoned(first)
    page = opened(render_html(brief))
    for fold in page.query_selector_all("details"):
        fold.evaluate("fold => fold.open = true")
    assert page.evaluate(HARMFUL) == []
    outside = page.eval_on_selector_all("a[href^='http']", "links => links.map(a => a.rel)")
    assert all("noreferrer" in rel for rel in outside)
    assert page.deeds == []

    page = opened(MARKDOWN.render(render_markdown(brief)), "markdown.html")
    assert page.evaluate(HARMFUL) == []
    assert page.query_selector_all("a, img, h5, pre") == []
    assert page.deeds == []

    for name, drawn in pictures(brief).items():
        page = opened(drawn, f"{name}.svg")
        assert page.evaluate(HARMFUL) == []
        assert page.deeds == []


def test_the_policy_of_the_page_would_stop_it_anyway(browser, tmp_path):
    brief = make_water().brief()
    broken = render_html(brief).replace(
        "</main>",
        "<script>alert(1)</script><img src=https://evil.example/x.png onerror=alert(2)></main>",
    )
    path = tmp_path / "broken.html"
    path.write_text(broken, encoding="utf-8")
    page = browser.new_page()
    done = []
    page.on("dialog", lambda dialog: (done.append(dialog.message), dialog.dismiss()))
    page.on("response", lambda response: done.append(response.url))
    page.goto(path.as_uri())
    page.wait_for_timeout(50)
    assert [one for one in done if one != path.as_uri()] == []
    page.close()


def test_every_piece_of_evidence_is_two_clicks_away(opened):
    """From a sentence to its highlighted words, folds and parts of the model included."""
    page = opened(render_html(make_water().brief()))
    words = set(page.eval_on_selector_all(".mark", "marks => marks.map(mark => mark.id)"))
    # Where each link leads from, and what can be clicked in the place where it leads to.
    reached = page.evaluate("""() => {
        const leads = scope => [...scope.querySelectorAll('a.ref')]
            .map(a => a.getAttribute('href').slice(1));
        return [...document.querySelectorAll('.leads li, .part li, .part tr, .hurdle > div')]
            .filter(one => one.querySelector('.from.computed, .from.quoted'))
            .map(one => [one.innerText.slice(0, 80), leads(one).flatMap(first =>
                [first, ...leads(document.getElementById(first))])]);
    }""")
    assert len(reached) > 20
    for told, targets in reached:
        assert words & set(targets), told


RTL = "قال الوزير 42 «لا» ثم غادر"


def hard_cases():
    """Briefs of what a record may come to, at its worst."""
    water = make_water()
    first = water.readings[0]
    yield "nothing", compose((), Draft(dispute=None))
    yield "an empty text", compose((Reading(document=Document(text="")),), Draft(dispute=None))
    silent = replace(first, statements=(), events=())
    yield "no statements", compose((silent,), Draft(dispute=None))
    yield "no options", _solved(Dispute(name="Idle", parties=(Party(id="a", name="A"),)))
    one = Party(id="a", name="A", options=(Option(id="x", text="Stop"),))
    rule = Dispute(
        name="One", parties=(one,), rules=(_always("a.x"),), status_quo=frozenset({"a.x"})
    )
    yield "one state", _solved(rule)
    long = "Confederation" * 24
    named = Dispute(
        name=long,
        parties=(
            Party(id="a", name=long[:300], options=(Option(id="x", text=f"Stop {long}"),)),
            Party(id="b", name=f"{RTL} \u202e reversed", options=(Option(id="y", text=RTL),)),
        ),
        status_quo=frozenset(),
    )
    yield "long and reversed names", _solved(named)
    many = Party(
        id="a",
        name="A",
        options=tuple(Option(id=f"o{n}", text=f"Do thing {n}") for n in range(60)),
        preferences=(Preference(says=(Not(Taken("a.o1")),)),),
    )
    yield "sixty options", compose((), Draft(dispute=Dispute(name="Sixty", parties=(many,))))


def _always(option):
    from detente.domain.dispute import Rule

    return Rule(says=Taken(option))


def _solved(dispute):
    from detente import analysis
    from detente.domain.states import feasible_states

    assert len(feasible_states(dispute)) < 100
    solved = analysis.analyse(dispute)
    return compose((), Draft(dispute=dispute), solved, analysis.deal(dispute, solved))


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(
    ("case", "brief"), tuple(hard_cases()), ids=lambda one: one if isinstance(one, str) else ""
)
def test_the_worst_record_is_an_honest_page(opened, case, brief, width):
    page = opened(render_html(brief), width=width)
    assert page.deeds == []
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"{case} is {wide} pixels wide"
    text = page.inner_text("main")
    assert len(text) > 200, case
    assert "None" not in text
    assert "undefined" not in text
    assert page.query_selector("h1").inner_text().strip()


def test_words_from_right_to_left_do_not_turn_the_page(opened):
    water = make_water(f"\nThe minister said: “{RTL}”.\n")
    claims = (
        replace(water.draft.claims[0], text=f"{RTL} \u202e and back"),
        *water.draft.claims[1:],
    )
    conflicts = water.draft.conflicts
    brief = water.brief(draft=replace(water.draft, claims=claims, conflicts=conflicts))
    page = opened(render_html(brief))
    assert "\u202e" not in page.content()
    # In every passage that begins in Latin letters, what comes first stands left of what follows.
    turned = page.evaluate("""() => [...document.querySelectorAll('.said')].filter(said => {
        const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
        const node = walker.nextNode();
        if (!node || !/^[A-Za-z]{3}/.test(node.data)) return false;
        const at = place => { const range = document.createRange();
            range.setStart(node, place); range.setEnd(node, place + 1);
            return range.getBoundingClientRect().left; };
        return !(at(0) < at(1) && at(1) < at(2));
    }).map(said => said.innerText)""")
    assert turned == []
