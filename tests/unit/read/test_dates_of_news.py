"""Are the dates of news about disputes right to the day?

Published on Wednesday, 18 June 2025. Each row lists all the dates that are to be found, in text
order: words, first day, last day.
"""

import pytest

from detente.domain.evidence import Document
from detente.read import read_documents

from .sentences import cases

WEDNESDAY = "2025-06-18"
Row = tuple[str, list[tuple[str, str | None, str | None]]]


def found(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str | None, str | None]]:
    (reading,) = read_documents([Document(text=text, published=published)])
    return [(d.span.of(text), d.earliest, d.latest) for d in reading.dates]


WEEKDAYS: list[Row] = [
    ("Guyana filed its complaint last Friday.", [("last Friday", "2025-06-13", "2025-06-13")]),
    ("The court heard both sides on Tuesday.", [("Tuesday", "2025-06-17", "2025-06-17")]),
    ("The court will hear both sides on Tuesday.", [("Tuesday", "2025-06-24", "2025-06-24")]),
    ("Both sides are to meet again on Monday.", [("Monday", "2025-06-23", "2025-06-23")]),
    ("On Thursday, the envoy and his deputy are to travel to Geneva.",
     [("Thursday", "2025-06-19", "2025-06-19")]),
    ("The ministry on Wednesday rejected the claim.", [("Wednesday", "2025-06-18", "2025-06-18")]),
    ("Ministers arrived ahead of Thursday’s summit.", [("Thursday", "2025-06-19", "2025-06-19")]),
    ("Both sides have three chapters left to settle before Friday.",
     [("Friday", "2025-06-20", "2025-06-20")]),
    ("The port has been shut since Saturday.", [("Saturday", "2025-06-14", "2025-06-14")]),
    ("The bridge is closed since Saturday.", [("Saturday", "2025-06-14", "2025-06-14")]),
    ("A strike late on Monday killed two soldiers.", [("Monday", "2025-06-16", "2025-06-16")]),
    ("Talks could resume as early as Friday.", [("Friday", "2025-06-20", "2025-06-20")]),
    ("The president was willing to skip the talks on Thursday.",
     [("Thursday", "2025-06-12", "2025-06-12")]),
    # Of a day two or three days off one says "on Monday"; the "last" one is that before.
    ("The convoy left last Monday.", [("last Monday", "2025-06-09", "2025-06-09")]),
    ("The convoy leaves next Friday.", [("next Friday", "2025-06-27", "2025-06-27")]),
    ("The convoy leaves next Monday.", [("next Monday", "2025-06-23", "2025-06-23")]),
    ("The convoy leaves this Friday.", [("this Friday", "2025-06-20", "2025-06-20")]),
    ("Tuesday’s vote was postponed to Thursday.",
     [("Tuesday", "2025-06-17", "2025-06-17"), ("Thursday", "2025-06-19", "2025-06-19")]),
    ("The border will reopen on Saturday morning, June 21.",
     [("Saturday morning, June 21", "2025-06-21", "2025-06-21")]),
    ("By Monday, the army had retaken the town.", [("Monday", "2025-06-16", "2025-06-16")]),
    ("Drones hit the port overnight.", [("overnight", "2025-06-17", "2025-06-18")]),
    ("Monday’s attack shows that the truce is dead.", [("Monday", "2025-06-16", "2025-06-16")]),
    ("Monday’s vote tests the truce.", [("Monday", "2025-06-23", "2025-06-23")]),
    ("The raid on Monday is the third.", [("Monday", "2025-06-16", "2025-06-16")]),
    ("The unions called protests for Saturday and Sunday.",
     [("Saturday", "2025-06-21", "2025-06-21"), ("Sunday", "2025-06-22", "2025-06-22")]),
    ("They spoke at the weekend.", [("the weekend", "2025-06-14", "2025-06-15")]),
    ("The vote was held on Sunday, 1 June, and counted the following Tuesday.",
     [("Sunday, 1 June", "2025-06-01", "2025-06-01"),
      ("the following Tuesday", "2025-06-03", "2025-06-03")]),
    ("The truce began on 5 May. The previous Friday, shells had hit the port.",
     [("5 May", "2025-05-05", "2025-05-05"),
      ("The previous Friday", "2025-05-02", "2025-05-02")]),
]  # fmt: skip

WEEKS_AND_MONTHS: list[Row] = [
    ("The delegations return early next week.",
     [("early next week", "2025-06-23", "2025-06-24")]),
    ("The delegations left late last month.", [("late last month", "2025-05-22", "2025-05-31")]),
    ("Chad recalled its envoy earlier this month.",
     [("earlier this month", "2025-06-01", "2025-06-18")]),
    ("The treaty will be signed later this year.",
     [("later this year", "2025-06-18", "2025-12-31")]),
    ("The pact will be reviewed next month.", [("next month", "2025-07-01", "2025-07-31")]),
    ("Envoys will meet again in the coming weeks.",
     [("the coming weeks", "2025-06-18", "2025-08-17")]),
    ("The refineries could restart within months.",
     [("within months", "2025-06-18", "2026-06-18")]),
    ("A decision is expected in mid-October.", [("mid-October", "2025-10-11", "2025-10-21")]),
    ("The troops will leave by end-March.", [("end-March", "2026-03-31", "2026-03-31")]),
    ("The troops will leave by the end of March.",
     [("the end of March", "2026-03-31", "2026-03-31")]),
    ("The troops will leave by end-2026.", [("end-2026", "2026-12-31", "2026-12-31")]),
    ("Sudan said it would reopen the crossing by the end of the year.",
     [("the end of the year", "2025-12-31", "2025-12-31")]),
    ("The pipeline is shut since March.", [("March", "2025-03-01", "2025-03-31")]),
    ("The May 15 deadline has passed.", [("May 15", "2025-05-15", "2025-05-15")]),
    ("The July 15 deadline is approaching.", [("July 15", "2025-07-15", "2025-07-15")]),
    ("The March summit failed.", [("The March", "2025-03-01", "2025-03-31")]),
    ("Last month, the court gave both sides until September 1.",
     [("Last month", "2025-05-01", "2025-05-31"), ("September 1", "2025-09-01", "2025-09-01")]),
    ("Mali gave the agency until 5 p.m. on June 20 to reply.",
     [("June 20", "2025-06-20", "2025-06-20")]),
    ("They must answer within a fortnight.",
     [("within a fortnight", "2025-06-18", "2025-07-02")]),
    ("The two fleets met in the first week of May.",
     [("the first week of May", "2025-05-01", "2025-05-07")]),
    ("The monitors will arrive in the week of 7 July.",
     [("the week of 7 July", "2025-07-07", "2025-07-13")]),
    ("Exports fell in the first three months of 2025.",
     [("the first three months of 2025", "2025-01-01", "2025-03-31")]),
    ("The next round is scheduled for the second half of October.",
     [("the second half of October", "2025-10-16", "2025-10-31")]),
    ("The night of June 7-8 saw four killed. The same night, a pipeline was cut.",
     [("June 7-8", "2025-06-07", "2025-06-08"), ("The same night", "2025-06-07", "2025-06-07")]),
    ("Shelling grew in the final days of May.",
     [("the final days of May", "2025-05-22", "2025-05-31")]),
    ("Both sides were to reply by 20 May.", [("20 May", "2025-05-20", "2025-05-20")]),
    ("The truce was due to end in April.", [("April", "2025-04-01", "2025-04-30")]),
    ("The truce was due to end in August.", [("August", "2025-08-01", "2025-08-31")]),
    ("The ceasefire of 27 November is holding.", [("27 November", "2024-11-27", "2024-11-27")]),
    ("The vote has been moved to 3 July.", [("3 July", "2025-07-03", "2025-07-03")]),
    ("A new levy takes effect Jan. 1.", [("Jan. 1", "2026-01-01", "2026-01-01")]),
    ("Between March and May the two armies clashed twice.",
     [("March", "2025-03-01", "2025-03-31"), ("May", "2025-05-01", "2025-05-31")]),
    ("The navy will patrol the strait for the rest of the year.",
     [("the rest of the year", "2025-06-18", "2025-12-31")]),
    ("The licence will lapse at year’s end.", [("year’s end", "2025-12-31", "2025-12-31")]),
    ("The ultimatum expires in 72 hours.", [("in 72 hours", "2025-06-21", "2025-06-21")]),
    ("On 5 June last year the border was closed.",
     [("5 June last year", "2024-06-05", "2024-06-05")]),
    ("The licence lapses on 30 September.", [("30 September", "2025-09-30", "2025-09-30")]),
    ("The army struck the port on June 3 and 4.",
     [("June 3 and 4", "2025-06-03", "2025-06-04")]),
    ("The deadline expires in two weeks.", [("in two weeks", "2025-07-02", "2025-07-02")]),
    ("In a month’s time the mandate ends.", [("In a month’s time", "2025-07-01", "2025-07-31")]),
    ("They must answer within 48 hours.", [("within 48 hours", "2025-06-18", "2025-06-20")]),
    ("Two ships were hit in the past 24 hours.",
     [("the past 24 hours", "2025-06-17", "2025-06-18")]),
    ("They will reply in another week or two.",
     [("in another week or two", "2025-06-25", "2025-07-02")]),
]  # fmt: skip

SEASONS_AND_MORE: list[Row] = [
    ("Nothing will move until spring, diplomats said.", [("spring", "2026-03-01", "2026-05-31")]),
    ("The army will withdraw by the autumn.", [("the autumn", "2025-09-01", "2025-11-30")]),
    ("The army will withdraw by the spring of next year.",
     [("the spring of next year", "2026-03-01", "2026-05-31")]),
    ("The river talks broke down in the winter.", [("the winter", "2024-12-01", "2025-02-28")]),
    ("The embargo has been in force since 2019.", [("2019", "2019-01-01", "2019-12-31")]),
    ("Exports fell in the first half of 2025.",
     [("the first half of 2025", "2025-01-01", "2025-06-30")]),
    ("Gas deliveries will start in Q3.", [("Q3", "2025-07-01", "2025-09-30")]),
    ("Gas deliveries fell in Q4.", [("Q4", "2024-10-01", "2024-12-31")]),
    ("Gas deliveries will start in the fourth quarter.",
     [("the fourth quarter", "2025-10-01", "2025-12-31")]),
    ("Gas deliveries will start in the second half of next year.",
     [("the second half of next year", "2026-07-01", "2026-12-31")]),
    ("The islands were occupied half a century ago.",
     [("half a century ago", "1975-01-01", "1975-12-31")]),
    ("They parted on Good Friday and met again on Easter Monday.",
     [("Good Friday", "2025-04-18", "2025-04-18"),
      ("Easter Monday", "2025-04-21", "2025-04-21")]),
]  # fmt: skip

TOLD: list[Row] = [
    ("The truce was signed on 3 March 2024 and broken two weeks later.",
     [("3 March 2024", "2024-03-03", "2024-03-03"),
      ("two weeks later", "2024-03-17", "2024-03-17")]),
    ("The talks opened on 12 May. The day before, a ship was seized.",
     [("12 May", "2025-05-12", "2025-05-12"), ("The day before", "2025-05-11", "2025-05-11")]),
    ("Bell said on Monday that she would go by the end of July. Her deputy denied it a day later.",
     [("Monday", "2025-06-16", "2025-06-16"), ("the end of July", "2025-07-31", "2025-07-31"),
      ("a day later", "2025-06-17", "2025-06-17")]),
    ("Troops massed two weeks before the June 1 vote.",
     [("two weeks before", "2025-05-18", "2025-05-18"), ("June 1", "2025-06-01", "2025-06-01")]),
    ("The shelling began two days before 12 May.",
     [("two days before", "2025-05-10", "2025-05-10"), ("12 May", "2025-05-12", "2025-05-12")]),
    ("A ship was seized a day after Monday’s talks.",
     [("a day after", "2025-06-17", "2025-06-17"), ("Monday", "2025-06-16", "2025-06-16")]),
    ("They met last week. The week before that, they had not spoken.",
     [("last week", "2025-06-09", "2025-06-15"),
      ("The week before that", "2025-06-02", "2025-06-08")]),
    ("The accord was made in 2015. That October, sanctions were lifted.",
     [("2015", "2015-01-01", "2015-12-31"), ("That October", "2015-10-01", "2015-10-31")]),
    ("In May they met. Two weeks later, captives were freed. The following month, flights resumed.",
     [("May", "2025-05-01", "2025-05-31"), ("Two weeks later", "2025-05-15", "2025-06-14"),
      ("The following month", "2025-06-01", "2025-06-30")]),
    ("The army left on 3 June 2025. In 1982 the gulf was shared; six years later, that ended.",
     [("3 June 2025", "2025-06-03", "2025-06-03"), ("1982", "1982-01-01", "1982-12-31"),
      ("six years later", "1988-01-01", "1988-12-31")]),
    ("The accord was made in 2015. Two years later it fell.",
     [("2015", "2015-01-01", "2015-12-31"), ("Two years later", "2017-01-01", "2017-12-31")]),
    ("Five years ago today the treaty ended. What we learned five years ago still holds.",
     [("Five years ago", "2020-06-18", "2020-06-18"), ("today", "2025-06-18", "2025-06-18"),
      ("five years ago", "2020-06-18", "2020-06-18")]),
]  # fmt: skip

# Durations, habits, ages, names: expressions in which no day is meant.
NO_DATE = [
    "The dispute has lasted nearly a decade.",
    "The two armies observed a 90-day pause.",
    "It would take years to clear the mines.",
    "The ceasefire held for 48 hours.",
    "In 48 hours the army took three towns.",
    "Overnight flights are banned.",
    "It was the deadliest strike in months.",
    "The levy can be raised in the winter.",
    "The decades-old dispute goes on.",
    "After three months of talks they parted.",
    "Two-year terms are common.",
    "The mandate was extended by six months.",
    "Output rose by a third in three years of peace, and will rise again.",
    "The parties must notify the body within two days of any strike.",
    "To this day nobody has claimed the attack.",
    "The last night of the talks was the longest.",
    "In winter the pass is closed.",
    "The Winter Palace was full.",
    "The March on the capital failed.",
    "He greeted Johnny Christmas.",
    "Over the last five months of his life he saw nobody.",
    "The sides meet every Monday and Thursday.",
    "The council meets on the first Monday of every month.",
]  # fmt: skip
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(
    ("text", "expected"),
    cases([*WEEKDAYS, *WEEKS_AND_MONTHS, *SEASONS_AND_MORE, *TOLD], KNOWN),
)
def test_dates_against_the_day_of_publication(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text",), cases([(text,) for text in NO_DATE], {}))
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


RECURRING = [
    "Storms close the strait from July to September every year.",
    "In April that front is usually quiet.",
]


@pytest.mark.parametrize("text", RECURRING)
def test_a_month_of_every_year_has_neither_day(text: str) -> None:
    dates = found(text)
    assert dates
    assert all((first, last) == (None, None) for _, first, last in dates)


UNDATED = [
    ("They will meet early next week.", "early next week"),
    ("They will decide within 48 hours.", "within 48 hours"),
    ("Nothing will move until spring.", "spring"),
    ("Gas deliveries will start in Q3.", "Q3"),
    ("They will leave by end-March.", "end-March"),
    ("They met the following Monday.", "the following Monday"),
]


@pytest.mark.parametrize(("text", "words"), UNDATED)
def test_without_a_day_of_publication_they_have_neither_day(text: str, words: str) -> None:
    assert found(text, None) == [(words, None, None)]
