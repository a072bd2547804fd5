"""What is said of a refusal told before: "reconsider", "stick to its no", "will not budge".

Whoever asks for a decision to be thought over, reversed or softened asks for what was refused;
whoever stands by it refuses again. The refusal is the last one told in the sentences before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.domain.evidence import Statement
from detente.lexicon.scales import scale
from detente.model.drafting.pages import Page
from detente.model.drafting.voices import UNKNOWN, Voice

_REACH = 900  # characters that such words look back over
_WHAT = (
    r"(?:(?:its|their|his|her|our|the|this|that|such an?|a)\s)?(?:\w+\s)?"
    r"(?:answer|attitude|course|decision|line|mind|no|objections?|policy|position|refusal|rejection"
    r"|ruling|stance|stand|veto|verdict)\b"
)
_TURNING = (
    r"(?:revers|review|revis|overturn|revisit|chang|alter|soften|re-?examin)(?:e[sd]?|ing|s|ed)?"
)
_AGAIN = re.compile(
    r"\b(?:reconsider\w*|rethink\w*|think again|(?:have|give it) second thoughts"
    rf"|have a change of heart|{_TURNING}\s{_WHAT}"
    rf"|(?:review|revision|reversal|reconsideration|change)\sof\s{_WHAT}"
    rf"|(?:relent|give way|back down|come round|drop|abandon|lift)(?:ing)?\s{_WHAT}"
    r"|relent|back down|give way|come round)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    rf"\b(?:st[iu]ck(?:ing|s)?\s(?:to|by)|st[ao]o?nd(?:ing|s)?\sby|adher\w+\sto|hold(?:ing|s)?\sto)\s{_WHAT}"
    rf"|\b(?:(?:will|would|shall|can|could|did|do|does)(?:\s\w+)?\s?(?:not|never|n[o’']t)|won[’']t"
    r"|refuse[sd]?\sto|no\sintention\sof|no\sreason\sto)\s"
    rf"(?:budg\w+|yield\w*|waver\w*|relent\w*|shift\w*|back\sdown|give\s(?:way|in)|move\san\sinch"
    rf"|reconsider\w*|{_TURNING}\s{_WHAT})"
    rf"|\b{_WHAT}\s(?:(?:was|is|has been|remains?|stays?|stood|stands)\s)?(?:final|firm|unchanged"
    r"|unmoved|irrevocable|not up for \w+|stands|stood|remains)\b"
    r"|\b(?:(?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?)\s(?:adamant|firm|immovable|inflexible"
    r"|unmoved|unbending|unyielding)|stands?\sfirm|stood\sfirm|stand\sits\sground)\b",
    re.IGNORECASE,
)


def reconsidered(page: Page, spoken: Sequence[Voice]) -> Iterator[Voice]:
    """Voices on refusals that were told before, in text order."""
    refusals = sorted(_refusals(page, spoken), key=lambda each: each[0])
    if not refusals:
        return
    heard = {i for voice in spoken for i in voice.because}
    for i, statement in page.by_id.items():
        party = (statement.source.party if statement.source is not None else None) or UNKNOWN
        if i in heard or statement.inside is not None:
            continue
        before = [v for place, v in refusals if 0 < statement.extent.start - place <= _REACH]
        voice = _of(statement, party, before, page.reading.document.text)
        if voice is not None:
            yield voice.resting_on((i,), page.reading.document.published)


def _of(statement: Statement, party: str, before: Sequence[Voice], text: str) -> Voice | None:
    again = next((v for v in reversed(before) if v.party == party), None)
    asks = statement.by_cue in ("demands", "hopes")
    other = next((v for v in reversed(before) if v.party != party), None) if asks else None
    if again is None and other is None:
        return None  # whatever it says, nothing was refused that it could be said of
    words = " ".join(piece.of(text) for piece in statement.content)
    told = text[statement.extent.start : statement.extent.end]
    if _FIRM.search(words) or _FIRM.search(told):
        return _voice(again, party, "refuses") if again is not None else None
    if other is not None and _AGAIN.search(told):
        return _voice(other, party, "demands")
    return None


def _voice(refusal: Voice, party: str, attitude: str) -> Voice:
    wish = refusal.deed if attitude == "refuses" else refusal.deed.contrary
    strength = scale().strength(attitude, None, ())
    return replace(refusal, party=party, deed=wish, attitude=attitude, strength=strength)


def _refusals(page: Page, spoken: Sequence[Voice]) -> Iterator[tuple[int, Voice]]:
    """Refusals of what is the refuser's own to do, and where they end."""
    events = {name: event for name, event, _ in page.events}
    for voice in spoken:
        if voice.attitude != "refuses" or voice.deed.owner != voice.party:
            continue
        for i in voice.because:
            if i in page.by_id:
                yield page.by_id[i].extent.end, voice
            elif i in events:
                yield events[i].span.end, voice
