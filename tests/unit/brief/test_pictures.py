"""The pictures: well-formed, true to the model, and no more exact than the record."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from poison import PAYLOADS, poisoned_brief

from detente.brief import pictures
from detente.brief.forms.axis import days_of
from detente.brief.forms.blocks import Picture
from detente.brief.forms.layout import Layout
from detente.brief.forms.plan import planned
from detente.brief.forms.references import References
from detente.brief.forms.svg import words, wrapped

SVG = "{http://www.w3.org/2000/svg}"


def texts(picture):
    return [node.text or "" for node in ElementTree.fromstring(picture).iter(f"{SVG}text")]


def test_the_graph_names_every_state_and_marks_today_the_deal_and_the_law(brief):
    said = texts(pictures(brief)["states"])
    assert [f"State {n}" for n in range(1, 9)] == [
        text for text in said if text.startswith("State")
    ]
    assert said.count("today") == said.count("deal") == 1
    assert said.count("unlawful") == 2
    assert said.count("holds: all five") == 1


def test_whoever_moves_alone_moves_along_a_row_or_a_column(brief):
    plan = planned(brief)
    for departure in brief.departures:
        (c1, l1), (c2, l2) = plan.cells[departure.origin], plan.cells[departure.target]
        assert (l1 == l2) if departure.party == plan.across.id else (c1 == c2)


def test_every_arrow_and_state_leads_to_a_place_of_the_page(brief):
    layout = Layout(brief, References(brief), linked=True)
    drawn = next(b for s in layout.sections for b in s.blocks if isinstance(b, Picture))
    links = re.findall(r'<a href="#([^"]+)"', drawn.drawing.written())
    assert len(links) == 8 + len(brief.departures)
    places = {
        line.anchor for s in layout.sections for b in s.blocks for line in getattr(b, "lines", ())
    }
    assert set(links) <= places


def test_a_picture_that_stands_alone_leads_nowhere(brief):
    assert all("<a " not in picture for picture in pictures(brief).values())


@pytest.mark.parametrize("payload", PAYLOADS[::11])
def test_a_picture_is_well_formed_whatever_it_is_told(water, payload):
    for picture in pictures(poisoned_brief(water, payload)).values():
        root = ElementTree.fromstring(picture)
        tags = {node.tag.removeprefix(SVG) for node in root.iter()}
        known = {"svg", "title", "defs", "marker", "path", "rect", "circle", "text", "g"}
        assert tags <= known, tags - known


@pytest.mark.parametrize(
    ("iso", "days"),
    [
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2023-12", (date(2023, 12, 1), date(2023, 12, 31))),
        ("2024-05-14", (date(2024, 5, 14), date(2024, 5, 14))),
        ("2024-05-14T10:00:00Z", (date(2024, 5, 14), date(2024, 5, 14))),
        ("2024-13", None),
        ("about 2024", None),
        ("", None),
    ],
)
def test_a_date_means_all_the_days_that_it_may_be(iso, days):
    assert days_of(iso) == days


def test_a_month_is_a_bar_and_a_day_is_a_dot(water):
    first, second = water.readings
    talks, levy, closed = first.events
    dated = [replace(talks, date="2024-05-14"), levy, replace(closed, date="2022")]
    brief = water.brief(readings=(replace(first, events=tuple(dated)), second))
    root = ElementTree.fromstring(pictures(brief)["timeline"])
    assert len(list(root.iter(f"{SVG}circle"))) == 1
    bars = [float(bar.get("width")) for bar in root.iter(f"{SVG}rect")][1:]  # the ground first
    assert sorted(bars)[-1] > 5 * sorted(bars)[0], "a year is longer than a month"


def test_text_is_wrapped_without_losing_its_beginning():
    assert wrapped("Keep the transit levy on grain in force", 16, 2) == [
        "Keep the transit",
        "levy on grain …",
    ]
    assert wrapped("x" * 300, 20, 3) == ["x" * 19 + "…"]
    assert wrapped("", 20, 3) == []


def test_a_label_cannot_turn_its_neighbours():
    assert words("a\u202eb\u2066c<") == "abc&lt;"
