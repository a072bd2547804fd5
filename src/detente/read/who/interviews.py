"""Who asks and who answers in an interview whose paragraphs bear no labels."""

import re

from detente.read.who.turns import NOBODY, SAYS_I, SAYS_WE, SAYS_YOU, Paragraphs, Turn, Voice

_QUESTION = re.compile(
    r"(?:what|why|how|when|where|who|which|do|does|did|is|are|was|were|can|could|would|will|have"
    r"|has|should)\b",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(r"\b(?:interview(?:s|ed|ing)?|Q&A|questions and answers)\b", re.IGNORECASE)
_GUEST = re.compile(
    r"\binterview(?:s|ed)?(?:\swith)?\s"
    r"(?P<guest>(?:(?!\b(?:about|on|over|regarding)\b)[\w’'-]+\s?){1,12})",
    re.IGNORECASE,
)
# Before and after the name of the one who is interviewed.
_WITH = re.compile(
    r"\b(?:interview(?:s|ed|ing)?|Q&A|conversation|chat(?:s|ted)?|sp(?:oke|eaks|eak)|talk(?:s|ed)?"
    r"|sat down|sits down|met)\b(?:(?!\b(?:about|on|over|regarding|called)\b)[^\n.?!]){0,90}$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"[^\n.?!]{0,60}?(?:\b(?:tells|told|talks|talked|speaks|spoke|answers|answered|sat down"
    r"|(?:was|is|were) interviewed)\b|:\s(?:an?\s|the\s)?interview\b)",
    re.IGNORECASE,
)
# Before the name of the one who asks: "Interview: Ada Bell", "interviewed by Ada Bell".
_ASKED_BY = re.compile(
    r"\b(?:(?:interview(?:er)?|questions|text|words):\s|(?:interview(?:ed)?|conducted|questions|text)"
    r"\sby\s|^by\s)$",
    re.IGNORECASE,
)
_SHORT_QUESTION = 45  # words
_LONG_ANSWER = 70  # words: a paragraph that is longer and follows a question answers it


def interview(paragraphs: Paragraphs) -> tuple[dict[int, Turn], Voice]:
    """Turns of an interview whose questions and answers bear no labels, and its guest."""
    asking = [k for k, (p, w) in enumerate(paragraphs.own) if _asks(w, heading=p.heading)]
    firsts = any(
        not p.heading and (SAYS_I.search(w) or SAYS_WE.search(w)) for p, w in paragraphs.own
    )
    if not asking or not firsts:
        return {}, NOBODY
    announced = any(
        _INTERVIEW.search(w)
        for k, (p, w) in enumerate(paragraphs.own)
        if p.heading or k < asking[0]
    )
    addressed = sum(SAYS_YOU.search(paragraphs.own[k][1]) is not None for k in asking)
    if not announced and (len(asking) < 3 or addressed < 2):
        return {}, NOBODY
    begin = _begin(paragraphs, asking[0])
    guest, host = interviewed(paragraphs, begin)
    return _alternate(paragraphs, begin, guest, host), guest


def _begin(paragraphs: Paragraphs, first: int) -> int:
    """Paragraph where the questions begin; the first may lack its question mark."""
    while first > 0:
        passage, words = paragraphs.own[first - 1]
        if passage.heading or not (SAYS_YOU.search(words) or SAYS_I.search(words)):
            break
        first -= 1
    return first


def _alternate(paragraphs: Paragraphs, begin: int, guest: Voice, host: Voice) -> dict[int, Turn]:
    asked, answered = Turn(host, guest), Turn(guest, host)
    turns: dict[int, Turn] = {}
    answering = False
    for k, (passage, words) in enumerate(paragraphs.own):
        if k < begin:
            continue
        asks = _asks(words, heading=passage.heading)
        if passage.heading and not asks:
            continue
        # A question is put to somebody; one that an answer ends with is mostly not.
        long = len(words.split()) > _LONG_ANSWER
        if asks and turns and not answering:
            asks = not long and SAYS_YOU.search(words) is not None
        # "You must be tired by now." is a question to a guest too.
        short = len(words.split()) <= _SHORT_QUESTION and SAYS_I.search(words) is None
        if k == begin or (answering and short and SAYS_YOU.search(words) is not None):
            asks = True
        turns[passage.start] = asked if asks else answered
        answering = not asks
    return turns


def interviewed(paragraphs: Paragraphs, begin: int) -> tuple[Voice, Voice]:
    """Who answers and who asks, from what stands before the questions."""
    scores: dict[int, float] = {}
    joined: dict[int, list[int]] = {}
    asking: list[int] = []
    for passage, _ in paragraphs.own[:begin]:
        for index, span, partner in paragraphs.named_in(passage):
            before, after = paragraphs.around(passage, span)
            if _ASKED_BY.search(before):
                asking.append(index)
                continue
            told = bool(_WITH.search(before)) + bool(_TELLS.match(after))
            scores[index] = scores.get(index, 0) + 3 * told + (2 if passage.heading else 1)
            if partner is not None and told:
                joined.setdefault(index, []).append(partner)
    described = _described(paragraphs, begin)
    if described is not None:
        return described, NOBODY
    order = sorted(scores, key=lambda k: -scores[k])
    if not order:
        return NOBODY, NOBODY
    best = order[0]
    guests = [best, *joined.get(best, [])]
    guest = Voice(
        tuple(paragraphs.persons.known[k] for k in guests), paragraphs.persons.known[best].span
    )
    others = asking or [k for k in order[1:] if k not in guests and scores[k] > 3]
    host = paragraphs.persons.known[others[0]] if others else None
    return guest, NOBODY if host is None else Voice((host,), host.span)


def _described(paragraphs: Paragraphs, begin: int) -> Voice | None:
    """Guest whom only the office announces: "Interview with the owner of …"."""
    for passage, words in paragraphs.own[:begin]:
        announced = _GUEST.search(words)
        if announced is None:
            continue
        start, end = (passage.start + place for place in announced.span("guest"))
        if any(start <= span.start < end for _, span, _ in paragraphs.named_in(passage)):
            return None
        for word in announced["guest"].lower().split():
            role = word.removesuffix("s")
            bearing = [p for p in paragraphs.persons.known if role in p.roles]
            if len(bearing) == 1:
                return Voice((bearing[0],), bearing[0].span)
    return None


def _asks(words: str, *, heading: bool) -> bool:
    """Whether a paragraph puts a question to somebody."""
    said = words.strip().rstrip("\"”’' ")
    if said.endswith("?"):
        return True
    # A mark may be missing, and then the line looks like a heading.
    return heading and _QUESTION.match(said) is not None and SAYS_YOU.search(said) is not None
