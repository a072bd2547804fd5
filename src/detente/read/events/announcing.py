"""The PLOVER type of a told act, by how far it has come."""

from detente.domain.evidence import Actor, Status
from detente.lexicon.plover import Coding
from detente.read.events.coding import Coded, coded
from detente.read.events.sides import side, speaker_above
from detente.read.events.telling import Told
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, children
from detente.read.grammar.tokens import Token
from detente.read.who.mentions import Story


def typed(
    story: Story,
    passage: Passage,
    told: Told,
    status: Status,
    actor: Actor | None,
    target: Actor | None,
) -> tuple[str, Actor | None, Actor | None]:
    """Type by what has been done so far: who only says that it will help, agrees."""
    code = told.code
    if code is None:
        kind = "" if told.at is None or told.at.act is None else told.at.act.type
        coding = Coding(type=kind)
    else:
        known = told.at is not None and told.at.act is not None and told.token.pos_ == "NOUN"
        kind = told.at.act.type if known and told.at and told.at.act else code.coding.type
        coding = code.coding
    if told.token.pos_ == "NOUN":
        return kind, actor, target
    modal = clauses.modality(told.token)
    if modal in ("must", "should"):
        speaker = speaker_above(told.token)
        if speaker is not None and told.source is not None and speaker.i != told.source.i:
            return "REQUEST", side(story, passage, speaker), side(story, passage, told.source)
    if code is not None and code.stance is not None and kind not in ("CONCEDE", "COERCE"):
        return kind, actor, target
    if kind == "":
        return _announced(status, modal, actor, target), actor, target
    ahead = modal in ("will", "would", "may") and not _perfect(told.token)
    if (status == "planned" and not _decided(told.token)) or (ahead and status == "hypothetical"):
        harmless = coding.cooperative or _agreed(told.token)
        return ("AGREE" if harmless else _threatened(kind)), actor, target
    if status == "denied" and (modal in ("will", "would") or _refused(told.token)):
        return "REJECT", actor, target
    return kind, actor, target


def _announced(status: Status, modal: str | None, actor: Actor | None, target: Actor | None) -> str:
    """Of a doing without a type of its own: what is promised or refused to another party."""
    if modal not in ("will", "would") or actor is None or target is None:
        return ""
    if actor.party is None or target.party is None:
        return ""
    return {"planned": "AGREE", "denied": "REJECT"}.get(status, "")


def _perfect(verb: Token) -> bool:
    return any(a.lower_ == "have" for a in children(verb, "aux"))


def _stance_above(verb: Token) -> Coded | None:
    above = verb
    for _ in range(3):
        if above.dep_ not in ("xcomp", "ccomp", "conj", "pcomp", "prep", "acomp"):
            return None
        above = above.head
        found = coded(above) if above.pos_ in ("VERB", "AUX") else None
        if found is not None and found.stance is not None:
            return found
    return None


def _decided(verb: Token) -> bool:
    """Whether it is told as decided, which counts as what it is."""
    above = _stance_above(verb)
    return above is not None and above.stance is not None and above.stance.type == ""


def _agreed(verb: Token) -> bool:
    """Whether it is agreed or offered, which is no threat whatever it is."""
    above = _stance_above(verb)
    return above is not None and above.coding.type == "AGREE"


def _refused(verb: Token) -> bool:
    above = _stance_above(verb)
    return above is not None and above.coding.type == "REJECT"


def _threatened(kind: str) -> str:
    return kind if kind in ("REJECT", "REQUEST", "ACCUSE") else "THREATEN"
