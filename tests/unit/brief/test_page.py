"""The page: whole, self-contained, its links meeting, and deaf to what texts would have it do."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from poison import PAYLOADS, poisoned_brief

from detente.brief import compose, render_html, render_markdown
from detente.brief.forms.characters import printable
from detente.brief.forms.page import web_address
from detente.domain.drafts import Draft
from detente.domain.evidence import Document, Reading

VOID = {"meta", "br", "hr", "img", "link", "input", "base", "embed", "source"}
ALLOWED = re.compile(
    r"html|head|meta|title|style|body|a|header|p|span|h[1-4]|main|section|aside|nav|ol|ul|li"
    r"|article|div|abbr|code|strong|table|caption|thead|tbody|tr|th|td|details|summary|dl|dt|dd"
    r"|blockquote|time|footer|bdi|figure|figcaption"
    r"|svg|g|path|rect|circle|text|defs|marker"
)


class Page(HTMLParser):
    """Checks that tags nest, and keeps elements, ids, links and text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.words, self.found = [], [], [], {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert len({name for name, _ in attrs}) == len(attrs), f"{tag} repeats an attribute"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self):
        return "".join(self.words)

    def all(self, name):
        return [attrs[name] for _, attrs in self.tags if name in attrs]


def assert_harmless(page):
    assert all(ALLOWED.fullmatch(tag) for tag, _ in page.tags)
    for tag, attrs in page.tags:
        assert not any(name.startswith("on") or name == "style" for name in attrs), attrs
        assert not {"src", "srcset", "action", "formaction", "data", "poster"} & attrs.keys()
        if "href" in attrs:
            assert tag == "a"
            assert attrs["href"].startswith(("#", "https://", "http://"))


def test_it_is_one_page_whose_tags_nest_and_whose_links_meet(brief):
    page = Page(render_html(brief))
    assert_harmless(page)
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    inside = [link[1:] for link in page.all("href") if link.startswith("#")]
    assert set(inside) <= set(ids)
    assert page.tags[0] == ("html", {"lang": "en"})


def test_every_sentence_is_there_and_leads_to_highlighted_words(brief, water):
    html = render_html(brief)
    page = Page(html)
    for sentence in (*brief.answer, brief.hurdle, *brief.today, *brief.changes, *brief.timeline):
        assert sentence.text in page.text
    anchors = set(page.all("id"))
    for reading in water.readings:
        assert {item.id for item in (*reading.statements, *reading.events)} <= anchors
    assert {p.id for s in water.readings[0].statements for p in s.propositions} <= anchors


def test_highlighted_words_lead_back_to_the_sentences(brief):
    page = Page(render_html(brief))
    refuses = brief.hurdle.because[1]
    assert refuses == brief.claims[2].id
    statement = brief.claims[2].support[0]
    start = next(n for n, (_, a) in enumerate(page.tags) if a.get("id") == f"use-{statement}")
    end = next(n for n in range(start + 1, len(page.tags)) if page.tags[n][0] == "li")
    assert "#hurdle-1" in [attrs.get("href") for _, attrs in page.tags[start:end]]


def test_only_its_own_style_may_apply_and_nothing_is_fetched(brief):
    html = render_html(brief)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for _, a in Page(html).tags if "http-equiv" in a)
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert "unsafe" not in policy
    assert not re.search(r"url\(|@import|expression\(", style)
    assert "@media print" in style
    assert "prefers-color-scheme: dark" in style


@pytest.mark.parametrize("payload", PAYLOADS[::9])
def test_no_text_becomes_markup(remade, payload):
    water = remade(f"\nLast words: {payload}\n")
    brief = poisoned_brief(water, payload)
    page = Page(render_html(brief))
    assert_harmless(page)
    plain = Page(render_html(water.brief()))
    assert {tag for tag, _ in page.tags} == {tag for tag, _ in plain.tags}
    if printable(payload) == payload:
        shown = " ".join(page.text.split())
        assert shown.count(" ".join(payload.split())) > 20, "it must be shown, not dropped"

    markdown = render_markdown(brief)
    assert not re.search(r"(?<!\\)<[a-z/!]|(?<!\\)\]\(", markdown)


def test_an_address_is_a_link_only_over_http(water):
    for url, link in {
        "https://herald.example/a?b=1&c=2": "https://herald.example/a?b=1&c=2",
        "HTTP://herald.example": "HTTP://herald.example",
        "javascript:alert(1)": None,
        " javascript:alert(1)": None,
        "java\nscript:alert(1)": None,
        "data:text/html,x": None,
        "//herald.example": None,
        "https:///nohost": None,
        "http://[bad": None,
        "file:///etc/passwd": None,
        "https://herald.example/\x00": None,
    }.items():
        assert web_address(url) == link, url
    first = water.readings[0]
    odd = replace(first, document=replace(first.document, url="javascript:alert(1)"))
    page = Page(render_html(water.brief(readings=(odd,))))
    assert_harmless(page)
    assert "javascript:alert(1)" in page.text


def test_control_characters_and_half_surrogates_do_not_break_the_page(remade):
    water = remade("\nodd: \x00 \x1b[31m \ufffe\n")
    first = water.readings[0]
    titled = replace(first, document=replace(first.document, title="half \ud83d"))
    html = render_html(water.brief(readings=(titled,)))
    assert "odd: \ufffd \ufffd[31m \ufffd" in html
    assert "half \ufffd" in html
    html.encode("utf-8")


def test_the_table_marks_today_the_deal_and_the_unlawful(brief):
    html = render_html(brief)
    rows = re.findall(r'<tr id="m\d+" class="([^"]*)">(.*?)</tr>', html, re.DOTALL)
    assert len(rows) == 8
    assert ["today" in mark for mark, _ in rows].index(True) == 4
    assert ["deal" in mark for mark, _ in rows].index(True) == 3
    assert [n for n, (_, row) in enumerate(rows, 1) if "unlawful" in row] == [3, 7]
    assert '<th scope="row"' in rows[0][1]


def test_a_long_document_keeps_what_was_read_and_says_what_it_leaves_out(remade):
    html = render_html(remade("nothing here\n" * 6000).brief())
    assert "paragraphs in which nothing was found, left out here" in html
    assert "nothing here\n" not in html
    assert "We will not open the sluices under pressure" in html


@pytest.mark.parametrize("readings", [(), (Reading(document=Document(text="")),)])
def test_an_empty_record_is_a_whole_page(readings):
    page = Page(render_html(compose(readings, Draft(dispute=None))))
    assert_harmless(page)
    assert "legal advice" in page.text
    inside = [link[1:] for link in page.all("href") if link.startswith("#")]
    assert set(inside) <= set(page.all("id"))


def test_without_a_dispute_there_is_no_table_but_the_record_is_shown(water):
    page = Page(render_html(compose(water.readings, replace(water.draft, dispute=None))))
    assert "Every feasible state" not in page.text
    assert "İpek Çağlar" in page.text
    inside = [link[1:] for link in page.all("href") if link.startswith("#")]
    assert set(inside) <= set(page.all("id"))
