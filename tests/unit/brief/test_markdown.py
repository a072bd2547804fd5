"""The Markdown twin: the same sentences and ids, and footnotes that meet."""

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from detente.brief import compose, render_markdown
from detente.brief.forms.markdown import escaped


def test_it_says_what_the_page_says_with_the_same_ids(brief):
    text = render_markdown(brief)
    assert brief.hurdle.text in text
    for sentence in brief.answer:
        assert sentence.text in text
    assert brief.claims[2].support[0] in text


def test_footnotes_meet(brief):
    text = render_markdown(brief)
    defined = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert len(defined) == len(set(defined))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(defined)


def test_it_renders_as_text_only(water):
    html = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .render(render_markdown(water.brief()))
    )
    tags = set(re.findall(r"<(\w+)", html))
    known = re.compile(r"h[1-4]|p|[uo]l|li|code|strong|blockquote|table|thead|tbody|t[rhd]|em")
    assert all(known.fullmatch(tag) for tag in tags), tags


def test_escaping_leaves_the_words_and_nothing_else():
    odd = "# 1. *a* _b_ `c` [d](e) <f> & ![g](h) | ~~i~~ \\ \x1b\n- j"
    html = MarkdownIt("commonmark", {"html": True}).render(f"- {escaped(odd)}")
    assert set(re.findall(r"<(/?\w+)", html)) == {"ul", "/ul", "li", "/li"}
    assert "[d](e) &lt;f&gt; &amp; ![g](h) | ~~i~~ \\ - j" in html
    assert escaped("3. x") == "3\\. x"
    assert escaped("- x") == "\\- x"


def test_without_a_dispute_it_is_still_whole(water):
    text = render_markdown(compose(water.readings, replace(water.draft, dispute=None)))
    assert "Every feasible state" not in text
    assert "İpek Çağlar" in text
