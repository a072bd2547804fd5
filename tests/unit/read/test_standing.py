"""Did it happen? Each wording that makes an act planned, denied or only thought of."""

import pytest

from detente.domain.evidence import Document
from detente.read import read_documents

from .sentences import cases, read

# Text; standing of the act of closing in it.
CLOSING = [
    ("Kenya closed the border.", "happened"),
    ("Kenya has closed the border.", "happened"),
    ("Kenya has closed the border since May.", "ongoing"),
    ("Kenya is closing the border.", "ongoing"),
    ("The border is being closed by Kenya.", "ongoing"),
    ("Kenya has been closing the border.", "ongoing"),
    ("Kenya will close the border.", "planned"),
    ("Kenya is to close the border.", "planned"),
    ("Kenya decided to close the border.", "planned"),
    ("Kenya promised to close the border.", "planned"),
    ("Kenya ordered its police to close the border.", "planned"),
    ("Kenya is expected to close the border.", "planned"),
    ("Kenya said it would close the border.", "planned"),
    ("Kenya said it would not close the border.", "denied"),
    ("Kenya will never close the border.", "denied"),
    ("Kenya refused to close the border.", "denied"),
    ("Kenya failed to close the border.", "denied"),
    ("Kenya ruled out closing the border.", "denied"),
    ("Kenya denied having closed the border.", "denied"),
    ("Kenya denied that it had closed the border.", "denied"),
    ("Kenya left without closing the border.", "denied"),
    ("Somalia prevented Kenya from closing the border.", "denied"),
    ("Kenya's parliament voted on closing the border.", "hypothetical"),
    ("Under the timetable, Kenya closes the border in June.", "planned"),
    ("According to the plan Kenya closes the border in June.", "planned"),
    ("In return Kenya closes the border.", "planned"),
    ("Under the deal Somalia pays and Kenya closes the border.", "planned"),
    ("Kenya closes the border.", "ongoing"),
    ("In the deal's shadow Kenya closes the border.", "ongoing"),
    ("The border has been closed.", "happened"),
    ("Kenya could close the border.", "hypothetical"),
    ("The treaty does not allow Kenya to close the border.", "hypothetical"),
    ("Kenya closed the border in breach of the treaty.", "happened"),
    ("Kenya closed the border, contrary to the pact.", "happened"),
    ("Kenya would close the border if Somalia attacked.", "hypothetical"),
    ("Kenya will close the border if Somalia attacks.", "hypothetical"),
    ("Kenya warned that it would close the border.", "hypothetical"),
    ("Kenya considered closing the border.", "hypothetical"),
    ("Kenya is against closing the border.", "hypothetical"),
    ("Kenya said no to closing the border.", "hypothetical"),
    ("Kenya dropped its objections to closing the border.", "hypothetical"),
    ("Kenya admitted to closing the border.", "happened"),
    ("Kenya resorted to closing the border.", "happened"),
    ("Kenya wants to close the border.", "hypothetical"),
    ("Somalia asked Kenya to close the border.", "hypothetical"),
    ("Should Kenya close the border, Somalia will protest.", "hypothetical"),
    ("Somalia expects Kenya to close the border.", "hypothetical"),
    ("The guards were tired, Kenya said, and it would close the border.", "planned"),
    ("Kenya has yet to close the border.", "denied"),
    ("Kenya shelved plans to close the border.", "denied"),
    ("Kenya gave up plans to close the border.", "denied"),
    ("Kenya has no plans to close the border.", "denied"),
    ("Kenya held off on closing the border.", "denied"),
    ("Kenya refrained from closing the border.", "denied"),
    ("It is not true that Kenya closed the border.", "denied"),
    ("It is untrue that Kenya closed the border.", "denied"),
    ("It is true that Kenya closed the border.", "happened"),
    ("Kenya did not rule out closing the border.", "hypothetical"),
    ("Somalia dropped its demand that Kenya close the border.", "hypothetical"),
    ("Kenya signalled that it would close the border.", "planned"),
    ("Kenya is ready to close the border if Somalia attacks.", "hypothetical"),
    ("Kenya at once closed the border; Somalia will protest.", "happened"),
    ("Kenya closed the border before the pact expired.", "happened"),
    ("Kenya began to close the border.", "happened"),
    ("Kenya could begin to close the border.", "hypothetical"),
]
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(("text", "standing"), cases(CLOSING, KNOWN))
def test_standing(text: str, standing: str) -> None:
    assert [e.status for e in read(text).events if e.act == "close"] == [standing]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kenya closed the border on 3 May 2021.", "2021-05-03"),
        ("Kenya, which joined the pact in 2019, closed the border.", None),
        ("Kenya closed the border, the minister said on 3 May 2021.", None),
        ("Kenya's closure of the border in 2021 hurt traders.", "2021"),
        ("Kenya announced on 3 May 2021 that it was closing the border.", "2021-05-03"),
        ("Kenya announced on 3 May 2021 that it had closed the border.", None),
        ("Kenya announced on 3 May 2021 that Somalia was closing the border.", None),
        ("Kenya recalled its envoy on 3 May 2021 and closed the border.", "2021-05-03"),
        ("Kenya recalled its envoy on 3 May 2021 and later closed the border.", None),
        ("Kenya recalled its envoy on 3 May 2021 and will close the border.", None),
    ],
)
def test_a_date_belongs_to_the_clause_it_stands_in(text: str, date: str | None) -> None:
    assert [e.date for e in read(text).events if e.act == "close"] == [date]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Talks between Kenya and Somalia are due to resume on Monday.", "planned"),
        ("Talks between Kenya and Somalia are under way.", "ongoing"),
        ("Talks between Kenya and Somalia are in their third week.", "ongoing"),
        ("Kenya called off its talks with Somalia.", "denied"),
        ("Kenya ruled out talks with Somalia.", "denied"),
        ("Kenya agreed at talks with Somalia to lift the ban.", "happened"),
    ],
)
def test_talks_stand_as_what_is_said_of_them(text: str, standing: str) -> None:
    told = [e for e in read(text).events if e.act in ("talk", "negotiate", "talks")]
    assert [e.status for e in told] == [standing]


@pytest.mark.parametrize(
    ("words", "date", "days"),
    [
        ("last week", "2023-03", ("2023-03-06", "2023-03-12")),
        ("in March", "2023-03", (None, None)),
        ("on Tuesday", "2023-03-14", (None, None)),
        ("last month", "2023-02", (None, None)),
    ],
)
def test_days_that_no_iso_date_says_are_kept(
    words: str, date: str, days: tuple[str | None, str | None]
) -> None:
    document = Document(text=f"Kenya closed the border {words}.", published="2023-03-15")
    ((event,),) = [reading.events for reading in read_documents([document])]
    assert (event.date, (event.earliest, event.latest)) == (date, days)
