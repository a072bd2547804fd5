"""The brief in sections and blocks: what every form shows, in one order and with one set of ids.

A form decides how a block looks and nothing else, so that the page, its Markdown twin and its
PDF cannot say different things.
"""

from functools import cached_property

from detente.brief.contents import Brief
from detente.brief.forms.blocks import Passage, Section
from detente.brief.forms.context import Context
from detente.brief.forms.sections import bargain, law, method, record, states, wishes
from detente.brief.wording import labels
from detente.brief.wording.phrases import capital, full_stop

# Findings that the top of the page names.
MOST_UNCLEAR = 3
# In the order in which they are read.
SECTIONS = {
    "positions": wishes.positions,
    "states": states.states,
    "today": states.today,
    "deal": bargain.deal,
    "changes": bargain.changes,
    "law": law.law,
    "conflicts": record.conflicts,
    "expectations": record.expectations,
    "timeline": record.timeline,
    "gaps": method.gaps,
    "parties": wishes.parties,
    "sources": record.sources,
    "method": method.method,
}


class Layout(Context):
    """A brief laid out: what stands at its top, and its sections."""

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Sections that have something to say, in order."""
        laid = ((name, tuple(part(self))) for name, part in SECTIONS.items())
        return tuple(Section(id=name, blocks=blocks) for name, blocks in laid if blocks)

    @property
    def leads(self) -> tuple[Passage, ...]:
        """The answer in few sentences; without a model, all that there is."""
        leading = any(sentence.lead for sentence in self.brief.answer)
        return self.answers(lambda s: s.lead if leading else not s.caveat)

    @property
    def caveats(self) -> tuple[Passage, ...]:
        """What the answer rests on."""
        return self.answers(lambda s: s.caveat)

    @property
    def checks(self) -> tuple[Passage, ...]:
        """What was asked to say how sure the answer is."""
        found = self.brief.assurance.checks if self.brief.assurance else ()
        return tuple(
            Passage(
                text=check.text,
                because=check.because,
                anchor=f"check-{n}",
                lead=labels.PASSED[check.passed],
            )
            for n, check in enumerate(found, start=1)
        )

    @property
    def unclear(self) -> tuple[Passage, ...]:
        """The gravest of what was not understood."""
        order = {"error": 0, "warning": 1, "info": 2}
        grave = sorted(self.brief.findings, key=lambda finding: order[finding.severity])
        told = dict.fromkeys(full_stop(capital(finding.what)) for finding in grave)
        return tuple(Passage(text=text) for text in list(told)[:MOST_UNCLEAR])


def record_line(brief: Brief) -> str:
    """What the brief rests on, in numbers."""
    readings = brief.readings
    return labels.record_in_numbers(
        len(readings),
        sum(len(reading.statements) for reading in readings),
        sum(len(reading.events) for reading in readings),
        [reading.document.published for reading in readings if reading.document.published],
    )
