"""Whether a day of publication can be one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from detente.domain.findings import Finding, Place


def doubtful_day(published: str | None, place: Place) -> Iterator[Finding]:
    """Note a day of publication that has not come yet.

    The day is kept, since only the person who has the article can tell what is right. It is
    asked when a text is taken in and not when it is read: a reading is the same on every day.
    """
    if published is None:
        return
    # Somewhere it is tomorrow already.
    latest = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    if published > latest[: len(published)]:
        yield Finding(
            code="date-in-future", severity="warning", where=place,
            what=f"this text is dated {published}, a day that has not come yet, and its dates"
            " are told from it",
            fix="correct the date in the text, in the line that gives it, or after --published",
        )  # fmt: skip
