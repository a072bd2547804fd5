"""What a draft of the dispute needs of each text, and of all texts together.

A text is worked out once; the sum of many is soon brought up to date when a newer one comes.
Claims, contradictions and expectations are not in it; see `draft.py`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from detente.domain.dispute import Dispute
from detente.domain.drafts import Draft
from detente.domain.findings import Finding
from detente.model.drafting.claims import Mentioned, Mentions, mentions, third_parties
from detente.model.drafting.draft import deciding_codes, draft_gathered, told_by
from detente.model.drafting.expectations import expectations
from detente.model.drafting.hearing import Heard, age_key
from detente.model.drafting.pages import Page
from detente.model.drafting.people import People, Votes, asked, count, votes_in
from detente.model.drafting.positions import Gathered


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one text tells a draft.

    Parameters
    ----------
    heard
        What it contributes; it hangs on what other texts say of its persons, as ``undated`` does.
    votes
        Its persons, with the parties it names them with; see `people.py`.
    asked
        Names of which it is asked for whom they speak.
    """

    heard: Heard
    votes: tuple[tuple[str, str | None], ...]
    asked: tuple[str, ...]
    mentions: Mentions
    undated: tuple[Finding, ...]

    @property
    def age(self) -> str:
        """What texts are put in order by."""
        return age_key(self.heard.published)


def told(page: Page, heard: Heard, people: People) -> Told:
    """Work out what a text tells, where what it contributes is known."""
    return Told(
        heard=heard,
        votes=tuple(votes_in(page.reading)),
        asked=asked(page.reading),
        mentions=mentions(page),
        undated=expectations([told_by(page, people)])[1],
    )


@dataclass(slots=True)
class Sum:
    """What texts tell all together, added oldest first."""

    gathered: Gathered = field(default_factory=Gathered)
    votes: Votes = field(default_factory=dict)
    asked: dict[str, None] = field(default_factory=dict)
    mentioned: Mentioned = field(default_factory=Mentioned)
    undated: list[Finding] = field(default_factory=list)
    newest: str = ""

    def add(self, text: Told) -> None:
        """Add what one more text tells, which is no older than the others."""
        self.gathered.add(text.heard)
        count(text.votes, self.votes)
        self.asked |= dict.fromkeys(text.asked)
        self.mentioned.add(text.mentions)
        self.undated += text.undated
        self.newest = max(self.newest, text.age)

    def draft(self, *, before: Dispute | None = None, keep: Collection[str] = ()) -> Draft:
        """Draft the dispute, without claims, conflicts and expectations."""
        drafted = draft_gathered(self.gathered, before=before, keep=keep)
        return Draft(
            dispute=drafted.dispute,
            third_parties=third_parties(self.mentioned, deciding_codes(drafted.dispute)),
            findings=(*self.undated, *drafted.findings),
            shifts=drafted.shifts,
            further=drafted.further,
        )


def summed(texts: Iterable[Told]) -> Sum:
    """Add texts up, in whatever order they come; those of one day in that order."""
    found = Sum()
    for text in sorted(texts, key=lambda text: text.age):
        found.add(text)
    return found
