"""What the tests of drafting share: texts drafted, and the draft told with party codes."""

import re
from collections.abc import Iterator
from functools import cache

from detente.domain.conditions import Condition, written
from detente.domain.drafts import Draft
from detente.domain.evidence import Document, Reading
from detente.model.drafting.deed import Deed
from detente.model.drafting.draft import draft, listen
from detente.read import read_documents


@cache
def read(text: str, published: str | None = None) -> Reading:
    """Read one text."""
    (reading,) = read_documents([Document(text=text, published=published)])
    return reading


@cache
def drafted(*texts: str) -> Draft:
    """Draft what some texts tell, published a year apart in this order."""
    return draft([read(text, str(2020 + k)) for k, text in enumerate(texts)])


def coded(condition: Condition, found: Draft) -> str:
    """Write a condition with the codes of the parties: ``not KEN.close``."""
    assert found.dispute is not None
    codes = {party.id: party.code or party.id for party in found.dispute.parties}
    return re.sub(r"\b(\w+)\.", lambda m: f"{codes[m[1]]}.", written(condition))


def options(found: Draft) -> dict[str, bool]:
    """Each option by code and id, and whether it is taken today."""
    if found.dispute is None:
        return {}
    today = found.dispute.status_quo or frozenset()
    return {
        f"{party.code}.{option.id}": name in today
        for name, party, option in found.dispute.named_options()
    }


def wishes(found: Draft, *bases: str) -> Iterator[str]:
    """Every preference as ``KEN: not SOM.withdraw``, in order, of some bases or of all."""
    for party in found.dispute.parties if found.dispute else ():
        for p in party.preferences:
            if not bases or p.basis in bases:
                yield f"{party.code}: {coded(p.says[0], found)}"


def provisions(found: Draft) -> list[str]:
    """What the law says, with codes."""
    return [coded(law.says, found) for law in (found.dispute.provisions if found.dispute else ())]


def deed_told(deed: Deed) -> str:
    """A deed as ``PER.not lift levy``: whose, whether taken, the act and the thing."""
    return f"{deed.owner}.{'' if deed.taken else 'not '}{deed.act} {deed.thing.words}"


def conditions(text: str) -> set[str]:
    """The conditions heard in a text, as ``PER.pay debt if CHL.release crew``."""
    (heard,) = listen([read(text)]).heard
    return {
        f"{deed_told(tie.benefit)} if {' and '.join(map(deed_told, tie.needs))}"
        for tie in heard.ties
    }


def voiced(text: str) -> set[str]:
    """What is voiced in a text, as ``PER demands CHL.not lift levy``."""
    (heard,) = listen([read(text)]).heard
    return {f"{v.party} {v.attitude} {deed_told(v.deed)}" for v in heard.voices}


def elements(found: Draft) -> set[str]:
    """Everything a model is made of, without its order."""
    made = {f"option {name}{' today' if now else ''}" for name, now in options(found).items()}
    made |= set(wishes(found, "stated"))
    return made | {f"law {says}" for says in provisions(found)}


def findings(found: Draft) -> list[str]:
    """Codes of the findings, in order."""
    return [finding.code for finding in found.findings]
