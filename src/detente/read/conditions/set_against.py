"""Two deeds in one sentence, or in two that go on from each other, and a word that links them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.conditions.benefits import NEUTRAL
from detente.read.conditions.extents import REPORTING
from detente.read.conditions.linking import linking
from detente.read.conditions.nominalised import nominalised
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, children, lemma
from detente.read.grammar.tokens import Span, Token
from detente.read.statements.acts import ACTING, ActAt, act_at, known_act

_POINTING = word_class("pointing")


@dataclass(frozen=True, slots=True)
class Setting:
    """Two deeds, and the words of the one or two sentences that speak of them.

    ``answered`` is whether the first is asked about, and the second says when.
    """

    words: list[Token]
    first: ActAt
    second: ActAt
    answered: bool = False

    @property
    def text(self) -> str:
        """The words in lower case."""
        return self.part(self.words[0].idx, self.words[-1].end)

    def part(self, start: int, end: int) -> str:
        """What stands between two places of the paragraph, in lower case."""
        return self.words[0].doc.text[start:end].lower()


def settings(passage: Passage) -> Iterator[Setting]:
    """Sentences, and two in a row, that speak of two deeds that a word links."""
    sentences = passage.doc.sents
    told = [_deeds(sentence) for sentence in sentences]
    for i, sentence in enumerate(sentences):
        words, pair, answered = list(sentence), told[i], False
        if len(pair) == 1:
            after = next((j for j in range(i + 1, min(i + 3, len(told))) if told[j]), None)
            if after is None or len(told[after]) != 1:
                continue
            answered = _answers(sentences[i:after], sentences[after])
            if not answered and not _goes_on(sentences[after]):
                continue
            pair = [*pair, *told[after]]
            words = [*passage.doc[sentence.start : sentences[after].end]]
        elif sentence.text.rstrip("\"' ").endswith("?"):
            continue
        if len(pair) == 2 and len(words) <= _LONGEST and not _same(*pair):
            setting = Setting(words, pair[0], pair[1], answered)
            if _linked(setting):
                yield setting


# A sentence of more words says more than one thing.
_LONGEST = 60


def _deeds(sentence: Span) -> list[ActAt]:
    """Deeds that a sentence speaks of and does not tell as done, each once."""
    found: list[ActAt] = []
    for token in sentence:
        if token.pos_ not in ACTING or _describes(token) or _conceded(token):
            continue
        if any(_part_of(token, other) for other in found):
            continue
        at = _deed_at(token)
        if at is not None and not _done(token) and not any(_same(at, other) for other in found):
            found = [f for f in found if at.object is None or f.token.i != at.object.i]
            found.append(at)
    if len(found) > 2:
        found = [at for at in found if at.object is not None and not _pointing(at)]
    if len(found) > 2:
        found = [at for at in found if lemma(at.token) not in linking().light]
    return found


def _describes(verb: Token) -> bool:
    """Whether a verb only tells who or what is meant: "the men who own it"."""
    if verb.dep_ not in ("relcl", "acl", "amod") or verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.tag_ == "VB" and verb.i and verb.nbor(-1).is_punct:
        return False  # "sent a warning: release the men"
    return clauses.modality(verb) is None and not clauses.has_to(verb) and verb.tag_ != "VBG"


def _deed_at(token: Token) -> ActAt | None:
    """The known act of a word, if it is one that somebody gives or asks for."""
    if token.ent_type_ == "DATE":
        return None  # "by the end of the month"
    verbal = token.pos_ in ("VERB", "AUX")
    found = known_act(token) if verbal else _noun_act(token)
    act = found.act if found is not None else None
    if act is None and verbal and lemma(token) not in REPORTING and _does_to(token):
        # "To seize the Dorado", a ship of which only the name is told; but "the rules are settled".
        verbs = {} if lemma(token) in inventory().wide else inventory().verbs
        kinds = {(a.family, a.side): a for a in verbs.get(lemma(token), ())}
        found, act = act_at(token), next(iter(kinds.values())) if len(kinds) == 1 else None
        act = act or inventory().act(lemma(token))
    if found is None or act is None or act.family is None or act.family.name in UNWEIGHED:
        return None
    if act.name in _NOTHING_GIVEN or (act.family.name == "activity" and found.object is None):
        return None
    return replace(found, act=act, name=act.name)


def _conceded(token: Token) -> bool:
    """Whether it is told of as no obstacle: "will lease it despite threats to cut ties"."""
    return any(a.lower_ in _DESPITE for a in token.ancestors)


_DESPITE = frozenset({"despite", "notwithstanding", "spite"})


def _noun_act(noun: Token) -> ActAt | None:
    """Act of a noun, asked only of those that may name one."""
    word = noun.lemma
    if word in inventory().nouns or word in wordings().nominal or word.endswith("ing"):
        return nominalised(noun) or known_act(noun)
    return None


def _does_to(verb: Token) -> bool:
    """Whether a verb has an object that is named or called something."""
    thing = clauses.patient(verb)
    return thing is not None and thing.pos_ in ("NOUN", "PROPN")


UNWEIGHED = NEUTRAL | {"talks", "attack"}
_NOTHING_GIVEN = frozenset({"acquire", "keep", "continue"})


def _same(one: ActAt, other: ActAt) -> bool:
    """Whether both are the same matter: "threatens the closure ... would close it"."""
    assert one.act is not None and other.act is not None
    return one.act.family is other.act.family and (
        one.object is None or other.object is None or _pointing(one) or _pointing(other)
        or lemma(one.object) == lemma(other.object)
    )  # fmt: skip


def _pointing(at: ActAt) -> bool:
    return at.object is not None and at.object.lower_ in _POINTING


def _part_of(token: Token, deed: ActAt) -> bool:
    """Whether a word is part of what a deed is done to: "restrictions on exports", "held men".

    Of "let Oslo rejoin the club" letting and rejoining are one.
    """
    if token.dep_ == "ccomp" and token.head.i == deed.token.i and deed.token.lemma == "let":
        return True
    thing = deed.object
    if thing is None:
        return False
    if token.i == thing.i or (deed.complement is not None and token.i == deed.complement.i):
        return True
    above = token
    while above.i != thing.i and above.head.i != above.i and above.dep_ in _NEAR:
        if above.dep_ == "prep" and above.lower_ not in _OF:
            return False
        above = above.head
    return above.i == thing.i


_NEAR = frozenset({"amod", "compound", "poss", "pobj", "prep", "nmod", "acl"})
_OF = frozenset({"of", "on", "in", "at", "to", "from", "with"})


def _done(token: Token) -> bool:
    """Whether a verb tells a deed as done, or as not done, and not under a word such as "once"."""
    if token.pos_ not in ("VERB", "AUX") or clauses.modality(token) is not None:
        return False
    helping = children(token, "aux", "auxpass")
    marks = {c.lower_ for c in children(token, "mark", "advmod")} & _MARKING
    negated = clauses.negated(token)
    if token.tag_ == "VBD" or any(a.tag_ == "VBD" for a in helping):
        later = any(t.tag_ == "MD" for t in token.sent)
        return not ((marks or negated) if later else marks - _TELLING)
    perfect = token.tag_ in ("VBN", "VBG") and any(a.lemma == "have" for a in helping)
    return perfect and not negated and not marks and not clauses.has_to(token)


_MARKING = frozenset(
    {
        "if", "unless", "until", "till", "once", "when", "whenever", "after", "before", "yet",
        "long", "soon", "as", "while", "that",
    }
)  # fmt: skip
# Words that tell when or why, and set a condition only to what may or will be.
_TELLING = frozenset({"after", "when", "before", "as", "while", "that"})


def _linked(setting: Setting) -> bool:
    """Whether a word of the sentence makes one of two deeds hang on the other."""
    kinds = linking()
    told = {setting.first.token.i, setting.second.token.i}
    rest = [t for t in setting.words if t.i not in told and t.dep_ != "compound"]
    verbs = {lemma(t) for t in rest if t.pos_ == "VERB"}
    nouns = {lemma(t) for t in rest if t.pos_ == "NOUN"}
    text = setting.text
    if kinds.dissolving.search(text) is not None:
        return False
    if setting.answered:
        return True
    if _hurts(setting) and kinds.supposing.search(text) and not _wanting(setting):
        return False  # "will close it if he is extradited": what is feared, not what is asked
    if not (kinds.verbs.isdisjoint(verbs) and kinds.nouns.isdisjoint(nouns)):
        return True
    if kinds.phrases.search(text) is not None:
        return True
    if not _hurts(setting):
        return False
    if not (kinds.harming_verbs.isdisjoint(verbs) and kinds.harming_nouns.isdisjoint(nouns)):
        return True
    return kinds.harming.search(text) is not None


def _wanting(setting: Setting) -> bool:
    """Whether a word says that something is not done, up to the clause of the second deed."""
    end = setting.second.token.end
    stop = re.search(r"[;.]", setting.part(end, setting.words[-1].end))
    part = setting.part(setting.words[0].idx, end + stop.start() if stop else setting.words[-1].end)
    return linking().wanting.search(part) is not None


def _hurts(setting: Setting) -> bool:
    """Whether one of the deeds hurts and the other is welcome."""
    return _bare_good_act(setting.first) != _bare_good_act(setting.second)


def _goes_on(sentence: Span) -> bool:
    """Whether a sentence goes on from the one before: "Otherwise ...", "It wants ..."."""
    return linking().onward.search(sentence.text.lower()) is not None


def _answers(question: Sequence[Span], answer: Span) -> bool:
    """Whether a sentence says when what was asked about will be, whoever it is given to."""
    asked = _QUESTION.search(" ".join(sentence.text for sentence in question)) is not None
    said = answer.text.lower().rpartition(": ")[2].lstrip("\"'“‘ ")
    return asked and linking().answering.match(said) is not None


# A question, and perhaps who is asked it: "Will you lift it?" the minister was asked.
_QUESTION = re.compile(r"\?[\"'”’]*\s*(?:[^.?!]{1,80}\bask(?:ed|s)\b[^.?!]{0,60}\.?)?\s*$")


def _bare_good_act(at: ActAt) -> bool:
    """Whether a deed, if done, is what the other side would have."""
    act = at.act
    assert act is not None and act.family is not None
    return (act.side != "drop") != act.family.harm
