"""Who does it to whom: the two sides of an event, found by grammar."""

from collections.abc import Callable, Iterator, Set

from detente.lexicon.plover import Coding, plover
from detente.lexicon.words import word_class
from detente.read.events.coding import Coded, coded
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token, once
from detente.read.statements.act_frames import caused, done_by_others
from detente.read.statements.owed import owed
from detente.read.who.mentions import Story

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_PEOPLE = (
    word_class("people") | word_class("human_nouns") | word_class("male_nouns")
    | word_class("female_nouns") | word_class("bodies") | word_class("governing")
)  # fmt: skip
# Where else the other side may stand, once the word's own places are tried.
_ELSEWHERE = ("object", "against", "to", "on", "with", "from", "for", "of", "into", "in", "at",
              "between", "among", "over", "upon", "toward", "towards", "by", "along", "near",
              "outside", "across", "about", "after")  # fmt: skip
_DUTIES = word_class("duty_nouns")
_DEEP = 4
# Clauses that are gone down through for whom an act is done to.
_DEEPEST = 8


def acts(story: Story, passage: Passage, token: Token) -> bool:
    """Whether a noun stands for somebody: a name, people, a body, a place that stands for them."""
    if token.ent_type_ in _COUNTED and token.pos_ != "NOUN":
        return False
    if not token.text.isalpha() and any(c.isdigit() for c in token.text):
        return False
    if token.pos_ == "PROPN" or token.ent_type_ in _NAMED:
        return True
    if token.pos_ == "PRON":
        return token.lower_ in _PERSONAL
    stock = plover().actors
    word = token.lemma
    if word in _PEOPLE or word in stock["people"] or word in stock["bodies"]:
        return True
    return story.names.match_over(passage, token) is not None


_PERSONAL = frozenset({
    "he", "she", "it", "they", "we", "i", "him", "her", "them", "us", "who", "whom", "which",
    "that",
})  # fmt: skip


def doer(token: Token) -> Token | None:
    """Who does what a verb says, None if nobody is named."""
    if clauses.is_passive(token):
        by = clauses.passive_agent(token)
        if by is None and token.lemma in _SENDING_AWAY:
            # "was expelled from Qatar": by whom it does not say, but it is plain.
            by = clauses.complement_of(token, "from")
        if by is None and _by_authority(token):
            # "was arrested in Chad": its authorities did it.
            place = clauses.complement_of(token, "in")
            by = place if place is not None and place.ent_type_ == "GPE" else None
        return by
    if done_by_others(token) and (done := caused(token)) is not None:
        return clauses.passive_agent(done)
    own = ordered_to(token)
    if own is None:
        own = clauses.subject(token)
    if token.dep_ == "acl" and clauses.has_to(token) and token.head.lemma in _DUTIES:
        own = child(token.head, "poss") or own  # "reminded it of its obligation to lift it"
    if own is not None and own.lower_ == "it" and (due := owed(token)) is not None:
        own = due.doer if due.doer is not None else own  # "it falls to Oslo to lift it"
    if own is not None and own.tag_ in ("WDT", "WP"):
        own = own.head.head
    if own is not None and token.dep_ in ("acl", "relcl") and own.lemma in _WRITINGS:
        # "passed a resolution criticising": who passed it criticises.
        above = own.head if own.dep_ == "dobj" else None
        return own if above is None else clauses.subject(above)
    return _after_dateline(own)


def ordered_to(token: Token) -> Token | None:
    """Of "called on Ethiopia to halt the filling" Ethiopia."""
    above = token.head
    if token.dep_ not in ("xcomp", "advcl", "ccomp", "acl") or not clauses.has_to(token):
        return None
    if child(token, "nsubj", "nsubjpass") is not None:
        return None
    if above.pos_ != "VERB" or child(above, "dobj", "dative") is not None:
        return None
    found = coded(above)
    if found is None or found.stance is None or found.stance.type != "REQUEST":
        return None
    whom = clauses.complement_of(above, "on", "upon", "to", "for", "with")
    return whom if whom is not None and whom.i < token.i else None


def _by_authority(verb: Token) -> bool:
    found = coded(verb)
    return found is not None and found.coding.mode in ("arrest", "convict", "investigate")


_SENDING_AWAY = frozenset({"expel", "deport", "oust", "evict", "banish"})
_WRITINGS = word_class("writings") | {"law", "legislation", "decree", "order"}


def _after_dateline(own: Token | None) -> Token | None:
    """Of "KABUL (Agency): President Ghani has" the president."""
    if own is None or own.ent_type_ != "GPE" or own.i > own.sent.start + 2:
        return own
    other = child(own, "appos")
    after = own.doc[own.i + 1 : own.i + 2].text
    return other if other is not None and after in ("(", ":", "-", "--", "–", "—") else own


def doer_of_noun(noun: Token) -> Token | None:
    """Whose act a noun is: "Ethiopia's invasion", "an attack by rebels", "US sanctions"."""
    owner = child(noun, "poss")
    suffered = noun.lemma in plover().suffered and clauses.complement_of(noun, "of") is None
    if owner is not None and owner.ent_type_ not in ("DATE", "TIME") and not suffered:
        return owner
    by = clauses.complement_of(noun, "by")
    if by is not None:
        return by
    for c in children(noun, "acl"):
        agent = clauses.passive_agent(c)
        if agent is not None:
            return agent
    for c in children(noun, "compound", "amod", "nmod"):
        if c.ent_type_ in ("GPE", "NORP", "ORG", "PERSON") or c.pos_ == "PROPN":
            return c
    return None if suffered else clauses.complement_of(noun, "from")


# Types that judge what somebody did: whoever suffered the deed is not meant.
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


def _own_means(noun: Token) -> bool:
    """Whether it is somebody's own force or thing: "withdrew *its troops* from Mali"."""
    owner = child(noun, "poss")
    return (
        owner is not None
        and owner.pos_ == "PRON"
        and noun.tag_ in ("NNS", "NN")
        and (noun.lemma in _FORCES or noun.lemma in plover().actors["arms"])
    )


_FORCES = frozenset({
    "troop", "force", "soldier", "army", "police", "unit", "military", "personnel", "man",
    "fighter", "peacekeeper", "border", "territory", "staff", "base", "bank", "side", "area",
    "ambassador", "envoy", "diplomat", "consul", "delegation", "negotiator",
})  # fmt: skip


class Aim:
    """Looks for whom an act is done to, given who does it; ``way`` says where that was found."""

    def __init__(self, story: Story, passage: Passage, source: Token | None) -> None:
        self.story = story
        self.passage = passage
        self.source = source
        self.way = ""
        self._party = None if source is None else self._party_of(source)

    def _is_own(self, token: Token) -> bool:
        """Whether it is a word of the doer, and not of what is told of it in clauses."""
        source = self.source
        if source is None or token is source:
            return source is not None
        while token.head is not source:
            if token.head is token:
                return False
            token = token.head
        return token.dep_ not in ("relcl", "acl", "prep", "conj")

    def of(self, found: Coded) -> Token | None:
        """Whom it is done to: where the word names them, in what it speaks of, then anywhere."""
        second: list[Token] = []
        for way, look in self._ways(found, second):
            token = look()
            if token is not None:
                self.way = way
                return token
        return None

    def _ways(
        self, found: Coded, second: list[Token]
    ) -> Iterator[tuple[str, Callable[[], Token | None]]]:
        """Where to look, in order."""
        own = found.coding.to
        yield "where the word names it", lambda: self._among(found, own, second)
        content = found.content
        if content is not None:
            yield "in its content", lambda: self._of_content(content, second, 0)
        yield "elsewhere beside it", lambda: self._among(found, _ELSEWHERE, second, without=own)
        if content is None:
            yield "in a clause below", lambda: self._below(found.token, second)
        yield "the doer's own", lambda: next((t for t in second if not self._is_own(t)), None)
        yield "a thing", lambda: self._thing(found)

    def _among(
        self,
        found: Coded,
        slots: tuple[str, ...],
        second: list[Token],
        without: tuple[str, ...] = (),
    ) -> Token | None:
        there = _open_slots(found) if slots else ()
        for slot in slots if there else ():
            if slot not in there or slot in without:
                continue
            for place in _slots(found, slot):
                actor = self._other(self._actors(place, 0, found), second)
                if actor is not None:
                    return actor
        return None

    def _other(self, actors: Iterator[Token], second: list[Token]) -> Token | None:
        """First of them who is not the doer; the doer's own are kept for want of better."""
        for actor in actors:
            if not self._same(actor):
                return actor
            second.append(actor)
        return None

    def _of_content(self, verb: Token, second: list[Token], depth: int) -> Token | None:
        own = child(verb, "nsubj", "nsubjpass")
        if own is not None and own.pos_ != "PRON":
            actor = self._other(self._actors(own, 0, None), second)
            if actor is not None:
                return actor
        inner = coded(verb)
        look = inner if inner is not None else Coded(verb, Coding(type=""))
        own_places = look.coding.to
        actor = self._among(look, own_places, second)
        if actor is None:
            actor = self._among(look, _ELSEWHERE, second, without=own_places)
        if actor is not None:
            return actor
        for below in children(verb, "xcomp", "ccomp", "advcl") if depth < _DEEPEST else ():
            actor = self._of_content(below, second, depth + 1)
            if actor is not None:
                return actor
        return None

    def _below(self, verb: Token, second: list[Token]) -> Token | None:
        """Whom the clauses below a verb name: "resumed strikes, killing *ten people*"."""
        for clause in children(verb, "xcomp", "advcl", "ccomp"):
            if clause.pos_ in ("VERB", "AUX", "ADJ") and clause.i > verb.i:
                inner = self._of_content(clause, second, 0)
                if inner is not None:
                    return inner
        return None

    def _thing(self, found: Coded) -> Token | None:
        """The thing itself, where nobody is named: "rejected the plan"."""
        verb = found.content if found.content is not None else found.token
        if verb.pos_ not in ("VERB", "AUX") or found.light:
            return None
        for place in _places(verb).get("object", ()):
            if place.pos_ != "PRON" and not self._is_own(place):
                return place
        own = child(verb, "nsubj", "nsubjpass") if found.content is not None else None
        return None if own is None or self._is_own(own) else own

    def _actors(self, place: Token, depth: int, found: Coded | None) -> Iterator[Token]:
        """Whoever a phrase names: its head, whose it is, then whoever is told of below it."""
        if place.ent_type_ in ("DATE", "TIME") and place.pos_ in ("NOUN", "PROPN"):
            return
        if acts(self.story, self.passage, place) and not (depth == 0 and _own_means(place)):
            yield place
            return
        if depth > _DEEP or not place.children:
            return
        owner = child(place, "poss")
        if owner is not None and owner.pos_ != "PRON":
            yield from self._actors(owner, depth + 1, None)
        for c in children(place, "amod", "compound", "nmod"):
            if c.ent_type_ in ("GPE", "NORP", "ORG", "PERSON"):
                yield c
        judged = found is not None and found.coding.type in _JUDGING and found.thing is None
        for preposition in children(place, "prep"):
            if judged and preposition.lemma not in ("by", "of", "from"):
                continue
            inner = child(preposition, "pobj")
            if inner is not None:
                yield from self._actors(inner, depth + 1, found if judged else None)
        for clause in children(place, "acl", "relcl") if not judged else ():
            for slot in ("object", "to", "on", "against", "with", "from", "by", "in"):
                for inner in _places(clause).get(slot, ()):
                    if inner.i != place.i and inner.i > place.i:
                        yield from self._actors(inner, depth + 1, None)
        for other in children(place, "conj", "appos"):
            yield from self._actors(other, depth + 1, found)

    def _same(self, actor: Token) -> bool:
        if self._party is not None and self._party_of(actor) == self._party:
            return True
        return self._is_own(actor)

    def _party_of(self, token: Token) -> str | None:
        match = self.story.names.match_over(self.passage, token)
        return None if match is None else match.party.code


def _open_slots(found: Coded) -> Set[str]:
    """Places that an event's word, and the noun that carries its sense, do have."""
    slots: Set[str] = _places(found.token).keys()
    for other in _beside_thing(found):
        slots = slots | _places(other).keys()
    if found.token.pos_ not in ("VERB", "AUX") and found.token.lemma in plover().suffered:
        slots = slots | {"object"}
    return slots


def _beside_thing(found: Coded) -> list[Token]:
    thing = found.thing
    if thing is None:
        return []
    above = thing.head.head if thing.dep_ == "pobj" and thing.head.dep_ == "prep" else None
    return [thing] if above is None else [thing, above]


def _slots(found: Coded, slot: str) -> Iterator[Token]:
    """Phrases in one place of an event's word, and of the noun that carries its sense."""
    if found.token.pos_ not in ("VERB", "AUX"):
        if slot != "object":
            yield from _places(found.token).get(slot, ())
        elif found.token.lemma in plover().suffered:
            # "The banker's arrest".
            yield from children(found.token, "poss")
        return
    thing = found.thing
    for place in _places(found.token).get(slot, ()):
        # The noun that carries the sense is nobody where the verb is only its support.
        if thing is None or place.i != thing.i or not found.light:
            yield place
    if slot != "object":
        for other in _beside_thing(found):
            yield from _places(other).get(slot, ())


@once
def _places(token: Token) -> dict[str, list[Token]]:
    """Objects of a word by the preposition before them, "object" for those without one."""
    found: dict[str, list[Token]] = {}
    verbal = token.pos_ in ("VERB", "AUX")
    if not verbal and not token.children:
        return found
    if verbal:
        whom = child(token, "dative")
        objects = [] if whom is None or whom.pos_ not in ("NOUN", "PROPN", "PRON") else [whom]
        patient = clauses.patient(token)
        objects += [] if patient is None else [patient]
        objects += [t for t in children(token, "dobj") if patient is None or t.i != patient.i]
        if objects:
            found["object"] = objects
    # "Sent its envoy back to Lima".
    directions = [t for adverb in children(token, "advmod") for t in children(adverb, "prep")]
    for preposition in (*children(token, "prep", "dative", "agent", "prt"), *directions):
        inner = [child(preposition, "pobj")]
        # "outside of", "from in"
        inner += [child(deeper, "pobj") for deeper in children(preposition, "prep")]
        nouns = [noun for noun in inner if noun is not None]
        if nouns:
            found.setdefault(preposition.lemma, []).extend(nouns)
    return found
