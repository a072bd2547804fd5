"""What is good to have, and what it takes: each marker turned into "benefit requires needs"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.domain.evidence import Proposition, Span
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.conditions.deeds import BARRING, duties_of
from detente.read.conditions.dependence import Dependence, Marker
from detente.read.conditions.loose import in_prospect, known, stated_loosely, stays
from detente.read.conditions.ruling_out import ruled
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import act_at
from detente.read.who.mentions import Story

_UNDERTAKING = word_class("undertaking")
_WEIGHING = word_class("weighing")


def weighed(
    story: Story,
    passage: Passage,
    marker: Marker,
    main: Token,
    inner: tuple[Proposition, ...],
    condition: Span,
    consequence: Span,
) -> Iterator[Dependence]:
    """Turn "M marker C" into what is good and what it takes."""
    words = condition.of(story.text)
    # "Cannot be resumed until they pay": what is withheld is wanted, exports and drilling alike.
    withheld = marker in ("until", "before") and main.pos_ in _VERBAL and clauses.negated(main)
    duties = duties_of(story, passage, main)
    # "Must neither sell nor store it before it can return": the duty is what it takes.
    kept_back = withheld and clauses.modality(main) in ("can", "may", "will", "would")
    if marker == "before" and duties and not kept_back:
        same = inner and _BY_THE_SAME.match(words) is not None
        benefit = replace(inner[0], agent=duties[0].agent) if same else next(iter(inner), None)
        yield Dependence(condition=condition, consequence=consequence, benefit=benefit,
            needs=duties, form="must before", token=main)  # fmt: skip
        return
    outer = stated_loosely(story, passage, main)
    if not outer and not inner:
        return
    stated = outer[0] if outer else None
    if stated is not None and _is_barred(main):
        stated = replace(stated, polarity="negative")
    if marker == "if" and stated is not None and spares_even_so(stated, inner):
        return
    good = stated is None or (
        (is_good(stated) or _offered_work(stated, marker, inner) or is_offered(main, words))
        and not _to_be_ended(main, marker, inner)
    )
    if stated is not None and (withheld or _answers_harm(stated, main, marker, inner)):
        good = False
    if stated is not None and marker in _SUPPOSING and _threatened(stated, main, inner):
        good = False
    good = good or (marker in _ALLOWING and _allowed(main, inner, words, marker))
    benefit = None if stated is None else (stated if good else flipped(stated))
    match marker:
        case "if" | "only" | "provided":
            if not _future(main) and marker == "if":
                return
            needs = inner if good else tuple(flipped(p) for p in inner)
        case "unless":
            needs = inner if not good else tuple(flipped(p) for p in inner)
        case "until" | "before":
            if good:
                return
            needs = inner
        case "while":
            needs = inner if good else tuple(flipped(p) for p in inner)
        case _:
            needs = inner
    yield Dependence(condition=condition, consequence=consequence, benefit=benefit,
        needs=needs, form=marker, token=main)  # fmt: skip


_VERBAL = ("VERB", "AUX")
_READY = word_class("willing_adjectives")

# Of these acts the other side may want either: what they answer tells whether they are a threat.
NEUTRAL = frozenset(
    {
        "amendment",
        "ballot",
        "disarmament",
        "founding",
        "membership_own",
        "purchase",
        "referral",
        "upkeep",
    }
)


def spares_even_so(stated: Proposition, inner: tuple[Proposition, ...]) -> bool:
    """Whether harm is renounced though nothing is given: "will not close it if they stay"."""
    spared = stated.polarity == "negative" and is_good(stated) and known(stated)
    denied = [p for p in inner if p.polarity == "negative" and not is_good(p)]
    return spared and bool(denied) and len(denied) == len(inner)


def _answers_harm(
    stated: Proposition, main: Token, marker: Marker, inner: tuple[Proposition, ...]
) -> bool:
    """Whether something is announced for the case that the other side does harm.

    "Would go to court if the fee were raised" and "could review its support unless the tax is
    dropped" threaten, though going to court and reviewing hurt nobody by themselves.
    """
    if marker not in ("if", "unless", "while", "provided") or stated.polarity == "negative":
        return False
    act = None if _of_no_list(stated, main) else inventory().act(stated.act)
    if act is not None and act.family is not None and act.family.name not in NEUTRAL:
        return False
    own = stated.agent.party if stated.agent is not None else None
    others = [p for p in inner if own is None or p.agent is None or p.agent.party != own]
    if marker == "while" and not any(map(known, others)):
        return False  # "will be paid as long as they do not touch the turbines"
    feared = [is_good(p) == (marker == "unless") for p in others]
    return bool(feared) and all(feared)


def _threatened(stated: Proposition, main: Token, inner: tuple[Proposition, ...]) -> bool:
    """Whether it is a threat by its words: "threatens to rename it if", "will pull out if".

    What is harm in one dispute is asked for in another; who threatens says which it is. Who
    breaks with something only for something good offers that: "would halt it if they paid".
    """
    above = main.head
    if main.dep_ in ("ccomp", "xcomp") and lemma(above) in _THREATENING:
        return not clauses.negated(above)
    wanted = [p for p in inner if known(p) and is_good(p) and p.act not in _GOING_ON]
    return stated.polarity == "positive" and bool(inner) and not wanted and _breaks_off(main)


def _allowed(main: Token, inner: tuple[Proposition, ...], words: str, marker: Marker) -> bool:
    """Whether something is allowed on a condition: "their boats may stay only if they pay".

    What would be harm as a threat ("will keep its boats there unless") is then what is had.
    """
    helped = any(c.lower_ in ("can", "may") for c in children(main, "aux"))
    if not helped or clauses.negated(main):
        return False
    lasting = marker == "while" and bool(inner) and all(map(is_good, inner))
    return lasting or _ONLY.search(words) is not None


_ALLOWING = frozenset({"if", "only", "provided", "while"})
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)
_SUPPOSING = frozenset({"if", "unless", "provided", "only"})
_THREATENING = frozenset({"threaten", "warn"})


def _breaks_off(main: Token) -> bool:
    """Whether somebody gives no more what it gave: "pull out of", "stop paying for"."""
    if main.pos_ not in _VERBAL or clauses.negated(main):
        return False
    below = child(main, "xcomp")
    if below is not None and below.tag_ == "VBG" and lemma(main) in _STOPPING:
        return lemma(below) in _GIVING
    return any(phrase in _BREAKING for phrase, _ in clauses.phrasings(main))


_GOING_ON = frozenset({"continue", "go on", "last", "stay"})
_BREAKING = word_class("breaking_off")
_STOPPING = frozenset({"cease", "halt", "quit", "stop"})
_GIVING = word_class("giving_on")


def _of_no_list(stated: Proposition, main: Token) -> bool:
    """Whether a verb that names an act is said of a thing that act is not: "withdraw its share"."""
    at = act_at(main) if main.pos_ in _VERBAL else None
    return at is not None and at.act is None and at.name == stated.act


def is_offered(main: Token, condition: str) -> bool:
    """Whether it is offered in so many words, though it would hurt: "offered to try the banker".

    So is what somebody is willing to do, or would do "on condition that": nobody threatens so.
    """
    if _ON_CONDITION.match(condition) and main.pos_ in _VERBAL and not clauses.negated(main):
        return True
    fit = child(main, "acomp")
    if fit is not None and child(fit, "xcomp") is not None:
        return lemma(fit) in _OFFERING and not clauses.negated(main)
    offering = main.dep_ == "xcomp" and lemma(main.head) in _OFFERING and clauses.has_to(main)
    return offering and not clauses.negated(main.head)


_OFFERING = frozenset({"agree", "offer", "propose", "volunteer", "willing"})
_ON_CONDITION = re.compile(
    r"(?:only )?(?:provided|providing|on (?:the |one |the sole )?condition"
    r"|in (?:return|exchange) for)\b",
    re.IGNORECASE,
)


def _offered_work(stated: Proposition, marker: Marker, inner: tuple[Proposition, ...]) -> bool:
    """Whether work is to go on for something good: "would resume it once Oslo had named members".

    To go on with something is a threat only where it answers harm.
    """
    act = inventory().act(stated.act)
    if act is None or act.name != "continue" or stated.polarity == "negative" or not inner:
        return False
    if marker in ("until", "before", "unless", "while"):
        return False
    return all(is_good(p) and p.polarity == "positive" for p in inner)


def _is_barred(main: Token) -> bool:
    """Whether it is kept from happening: "bars *sending* it", "must not pay for *sending*"."""
    if main.tag_ != "VBG" or main.head is main:
        return False
    above = main.head.head if main.dep_ == "pcomp" else main.head
    if ruled(above) is not None:
        return True  # "ruled out releasing it unless"
    return lemma(above) in BARRING or (main.dep_ == "pcomp" and clauses.negated(above))


def _to_be_ended(main: Token, marker: Marker, inner: tuple[Proposition, ...]) -> bool:
    """Whether what stays as it is stays for want of something: "it stays until they sign"."""
    if main.pos_ not in _VERBAL or not stays(main) or clauses.negated(main):
        return False
    wanting = bool(inner) and all(p.polarity == "negative" for p in inner)
    return marker in ("until", "before", "unless") or (marker == "while" and wanting)


def _future(verb: Token) -> bool:
    modal = clauses.modality(verb)
    if clauses.has_to(verb) or lemma(verb) in _UNDERTAKING or lemma(verb) in _WEIGHING:
        return True
    if in_prospect(verb) is not None:
        return True
    fit = child(verb, "acomp")
    if fit is not None and lemma(fit) in _READY:
        below = child(fit, "xcomp") or clauses.complement_of(fit, "for", "to")
        if below is not None:
            return True  # "is prepared to lift it in return for", "is ready for talks if"
    if verb.lower_ == "going" or (lemma(verb) == "rule" and clauses.negated(verb)):
        return True
    return modal in ("will", "would", "can", "may", "should") or verb.pos_ not in _VERBAL


def is_good(stated: Proposition) -> bool:
    """Whether what is stated is something the other side would want.

    Harm (a measure, a closure) is good when it is absent; of everything else taking the
    option of its family is.
    """
    act = inventory().act(stated.act)
    if act is None or act.family is None or act.name == "acquire":
        return stated.polarity == "positive"
    taking = (act.side != "drop") == (stated.polarity == "positive")
    return taking != act.family.harm


def flipped(stated: Proposition) -> Proposition:
    """Return the same act with the contrary polarity."""
    return replace(stated, polarity="positive" if stated.polarity == "negative" else "negative")


# Of "Oslo has to tell Lima before it fills it" that Oslo fills it.
_BY_THE_SAME = re.compile(r"before (?:he|it|she|they|\w+ing)\b", re.IGNORECASE)
