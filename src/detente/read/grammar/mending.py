"""What the small parser hangs on the wrong word time and again, hung where it belongs.

Of "offered on Monday to lift it" the lifting is what is offered, and no purpose of the offering; of
"rejected calls by Peru to lift it" it is what is called for. All rules ask the mended parse.
"""

from functools import lru_cache

from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.read.grammar.hang import FINITE, hang
from detente.read.grammar.leaves import is_leave
from detente.read.grammar.mended_complements import (
    RESULTS,
    is_infinitive,
    mend_aside,
    mend_being,
    mend_claimed,
    mend_day,
    mend_demanded,
    mend_expected,
    mend_for_to,
    mend_given,
    mend_infinitive,
    mend_kept_so,
    mend_leave,
    mend_let_have,
    mend_listed,
    mend_meeting,
    mend_particle,
    mend_time,
    mend_towards,
    mend_what_one_does,
)
from detente.read.grammar.mended_conditions import (
    MOMENTS,
    mend_asked_to_judge,
    mend_awaited,
    mend_but_only,
    mend_failing,
    mend_gapped,
    mend_inverted,
    mend_let,
    mend_moment,
    mend_moment_before,
    mend_not_until,
    mend_on_condition,
    mend_once,
    mend_proviso,
    mend_since_described,
    mend_since_said,
    mend_swallowed,
    mend_were,
)
from detente.read.grammar.mended_parted import (
    mend_aside_where,
    mend_described,
    mend_going_on,
    mend_let_through,
    mend_parted,
    mend_run_together,
    mend_until,
)
from detente.read.grammar.mended_subjects import (
    mend_affiliation,
    mend_asked_by,
    mend_auxiliary,
    mend_before_tag,
    mend_called_for,
    mend_contact_clause,
    mend_demanded_end,
    mend_doing_part,
    mend_joined,
    mend_joined_clause,
    mend_label,
    mend_own_subject,
    mend_parted_modal,
    mend_ruled,
    mend_second_clause,
    mend_stolen_object,
    mend_stolen_subject,
    mend_tag_subject,
    mend_turned_round,
)
from detente.read.grammar.mended_tags import (
    mend_after_tag,
    mend_behind_tag,
    mend_office_in_ing,
    mend_spliced_tag,
    mend_told_on,
    mend_until_notice,
)
from detente.read.grammar.mended_words import (
    GERUNDS,
    mend_away,
    mend_back,
    mend_bare,
    mend_described_object,
    mend_doing,
    mend_done_to,
    mend_finite,
    mend_first,
    mend_for_its_part,
    mend_gerund,
    mend_gone,
    mend_governing,
    mend_judged,
    mend_left_so,
    mend_noun_for_verb,
    mend_on_hold,
    mend_on_terms,
    mend_opening_gerund,
    mend_phrasal,
    mend_plural,
    mend_provided,
    mend_result,
    mend_second_verb,
    mend_side,
    mend_so_called,
    mend_staying,
    mend_subjunctive,
    mend_thing_in_ing,
    mend_wanted,
)
from detente.read.grammar.tokens import Doc, Token

_LET_HAVE = frozenset({"ccomp", "dobj", "oprd"})
_CLAUSAL = frozenset({"ROOT", "advcl", "ccomp", "conj", "parataxis", "relcl"})


def mend(doc: Doc) -> Doc:
    """Hang to-infinitives on the verb or noun that they complete; the tokens change in place."""
    for token in doc.tokens:
        if token.tag_ == "RP" and token.head.tag_ in _DOING:
            mend_particle(token)
        if token.dep_ == "pcomp" and token.tag_ == "NN" and token.lower_.endswith("ing"):
            mend_gerund(token)
        opens = token.dep_ in ("amod", "compound") and token.i == token.sent.start
        if opens and token.lower_.endswith("ing") and token.head.dep_ in ("nsubj", "nsubjpass"):
            mend_opening_gerund(token)
        if token.dep_ == "pcomp" and token.tag_ == "VBG":
            mend_going_on(token)
        if token.dep_ in GERUNDS and token.tag_ == "NN" and token.lower_.endswith("ing"):
            mend_phrasal(token)
        if token.dep_ in _LET_HAVE and token.tag_ in ("NN", "NNS"):
            mend_let_have(token)
        if token.dep_ == "ccomp" and token.tag_ == "NN":
            mend_bare(token)
        if token.dep_ == "prep" and token.lower_ == "on":
            mend_day(token)
        if token.dep_ == "mark" and token.lower_ == "that":
            mend_subjunctive(token)
        if token.lower_ == "once" and token.dep_ == "advmod":
            mend_once(token)
        if token.lower_ == "gone" and token.tag_ == "VBN":
            mend_gone(token)
        if token.lower_ == "back" and token.pos_ == "ADJ":
            mend_back(token)
        if token.tag_ == "VBG" and token.dep_ in _NOMINAL:
            mend_thing_in_ing(token)
        if token.dep_ == "amod" and token.i > token.head.i and token.lower_ in RESULTS:
            mend_kept_so(token)
        if token.pos_ == "NOUN" and token.dep_ in _CLAUSAL and token.children:
            mend_governing(token)
        if token.tag_ == "JJ" and token.children:
            mend_doing(token)
        if token.dep_ == "conj" and token.tag_ == "NNS":
            mend_second_verb(token)
        if token.dep_ in ("dobj", "pobj") and token.tag_ == "VBZ":
            mend_plural(token)
        if token.dep_ == "mark" and token.lower_ in ("until", "till"):
            mend_until_notice(token)
        if token.tag_ == "VBG" and token.i and token.text[0].isupper():
            mend_office_in_ing(token)
        if token.dep_ == "conj" and token.pos_ == "VERB":
            mend_but_only(token)
            mend_own_subject(token)
            mend_told_on(token)
        if token.dep_ == "ccomp" and token.pos_ == "VERB" and token.head.i < token.i:
            mend_turned_round(token)
            mend_joined_clause(token)
            mend_described(token)
        if token.dep_ == "ccomp" and token.tag_ in FINITE and token.head.i < token.i:
            mend_stolen_object(token)
        if token.dep_ == "ccomp" and token.tag_ == "RP":
            mend_let_through(token)
        if token.dep_ == "conj" and token.tag_ in FINITE:
            mend_joined(token)
            mend_spliced_tag(token)
        if token.dep_ == "conj" and token.pos_ == "VERB" and token.head.tag_ == "VB":
            mend_finite(token)
        if token.dep_ == "nsubj" and token.tag_ in FINITE and token.head.i > token.i:
            mend_staying(token)
        if token.dep_ == "acomp" and token.tag_ == "VBN" and token.pos_ == "VERB":
            mend_done_to(token)
        if token.lower_ == "part" and token.dep_ == "pobj":
            mend_for_its_part(token)
        if token.lower_ in ("should", "were", "had") and token.dep_ == "aux":
            mend_inverted(token)
        if token.lower_ in RESULTS and token.head.lemma in _KEEPING and token.head.i < token.i:
            mend_result(token)
        if token.dep_ == "nsubj" and token.tag_ == "CC":
            token.dep_ = "preconj"  # "neither now nor later will Oslo leave"
        behind = token.dep_ == "advcl" and token.head.i < token.i
        listed = behind and is_infinitive(token) and mend_listed(token)
        if behind and not listed and is_infinitive(token) and not mend_expected(token):
            mend_infinitive(token)
        if behind and token.head.tag_ in FINITE:
            mend_behind_tag(token)
        if token.lower_ in _STAYS and token.tag_ == "NNS":
            mend_left_so(token)
        if token.lower_ in _ADJECTIVES and token.dep_ == "xcomp":
            mend_described_object(token)
        if token.dep_ == "xcomp" and is_infinitive(token):
            mend_what_one_does(token)
            mend_demanded(token)
            mend_after_tag(token)
        if token.dep_ in _UNDER_NOUNS and token.head.lemma in _REQUESTS:
            mend_called_for(token)
        if token.lower_ == "for" and token.dep_ == "prep":
            mend_asked_by(token)
        if token.text == "First" and token.head.i == token.i + 1:
            mend_first(token)
        if token.dep_ in _BESIDE and token.pos_ == "VERB" and token.head.i < token.i:
            mend_for_to(token)
        if token.dep_ in _LOWER and token.tag_ == "VBN":
            mend_being(token)
        if token.dep_ == "advcl" and token.tag_ in FINITE:
            mend_time(token)
        if behind and token.head.tag_ == "VBN":
            mend_parted(token)
        if behind and token.tag_ == "VBG":
            mend_aside(token)
        if behind and token.head.dep_ == "xcomp":
            mend_asked_to_judge(token)
        if token.lower_ == "what" and token.dep_ == "dobj":
            mend_so_called(token)
        if token.lower_ == "hold" and token.dep_ in ("dobj", "xcomp", "ccomp"):
            mend_on_hold(token)
        if token.lower_ in ("provided", "providing") and token.dep_ in ("advcl", "prep"):
            mend_provided(token)
        if token.lower_ in ("provided", "providing") and token.dep_ in ("ccomp", "conj"):
            mend_proviso(token)
        if token.dep_ in _WAYS and token.lower_ in _AWAY:
            mend_away(token)
        if token.dep_ == "prep" and token.head.dep_ == "xcomp" and token.lower_ in _AT:
            mend_meeting(token)
        if token.dep_ in ("prep", "dative") and token.lower_ == "to":
            mend_towards(token)
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "dobj":
            mend_wanted(token)
        if token.dep_ == "ccomp" and token.tag_ in _DONE:
            mend_on_terms(token)
        if token.dep_ in ("pobj", "dobj") and (token.pos_ == "ADJ" or token.lower_ in _CLOSED):
            mend_judged(token)
        if token.dep_ in _JOINED and token.tag_ in _TENSED:
            mend_second_clause(token)
        if token.dep_ in _OWN and token.head.i > token.i:
            mend_label(token)
        if token.dep_ in _LEAVE and is_leave(token):
            mend_leave(token)
        if token.dep_ in _NOMINAL and token.lower_ in _NOUNS:
            mend_side(token)
        if token.dep_ == "pobj" and token.tag_ in _COMMON:
            mend_given(token)
        if token.dep_ in ("ccomp", "acl") and token.head.dep_ in ("pobj", "pcomp"):
            mend_claimed(token)
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("aux", "auxpass"):
            mend_auxiliary(token)
        if token.dep_ == "pobj" and token.head.dep_ == "mark" and token.head.lower_ == "for":
            hang(token, token.head.head, "nsubj")  # "it is for La Paz to lift it"
        if token.tag_ == "NN" and token.text[0].isupper() and _is_country(token.text):
            token.pos_, token.tag_ = "PROPN", "NNP"  # "Somalia says"
        if token.dep_ in _NOMINAL and token.lower_ == "non" and token.i + 2 < len(doc.tokens):
            hang(token, token.nbor(2), "amod")  # "non-payment", in three words
            hang(token.nbor(1), token.nbor(1).nbor(1), "punct")
        if token.dep_ == "aux" and token.text == "May" and _is_date(token):
            hang(token, token.nbor(-1), "npadvmod")
        if token.dep_ in ("appos", "conj"):
            mend_tag_subject(token)
        if token.dep_ == "pobj" and token.tag_ in ("NN", "NNS"):
            mend_run_together(token)
        if token.dep_ == "pobj" and token.lower_ in _TERMS:
            mend_on_condition(token)
        if token.dep_ in _UNTIL_IT and token.tag_ == "NNS":
            mend_until(token)
        if token.dep_ == "pobj" and token.tag_ in _COMMON and token.head.lower_ in ("to", "from"):
            mend_noun_for_verb(token)
        if token.dep_ == "appos" and token.pos_ == "PROPN" and token.head.dep_ == "pobj":
            mend_ruled(token)
        if token.dep_ == "relcl" and token.head.dep_ == "dobj":
            mend_swallowed(token)
        if token.dep_ == "nsubj" and token.tag_ == "NN" and token.lower_ in _ENDS:
            mend_demanded_end(token)
        if token.dep_ == "csubj":
            mend_doing_part(token)
        if token.dep_ == "acl" and token.head.dep_ == "nsubj":
            mend_contact_clause(token)
        if token.dep_ == "relcl" and token.head.dep_ == "ROOT":
            mend_aside_where(token)
        if token.dep_ == "advcl" and token.i < token.head.i:
            mend_before_tag(token)
        if token.dep_ == "aux" and token.tag_ == "MD" and token.i:
            mend_stolen_subject(token)
        if token.dep_ == "ccomp" and token.tag_ == "MD":
            mend_parted_modal(token)
        if token.text == ")":
            mend_affiliation(token)
        if token.lower_ in _AWAITING and token.dep_ in ("prep", "mark"):
            mend_awaited(token)
        if token.dep_ == "neg" and token.text == "Not" and token.is_sent_start:
            if token.head.lower_ in _AWAITING:
                mend_awaited(token.head)
            mend_not_until(token.head)
        of = token.lower_ == "out" and any(c.lower_ == "of" for c in token.children)
        if token.dep_ == "oprd" and (token.lower_ == "home" or of):
            token.dep_ = "advmod"  # "call its soldiers home", "kept out of the bay"
        if token.lower_ in MOMENTS and token.dep_ in _PLACED:
            mend_moment(token)
        if token.lower_ in MOMENTS and token.dep_ == "compound":
            mend_moment_before(token)
        if token.lower_ in ("long", "soon") and token.dep_ == "advmod":
            mend_since_said(token)
            mend_since_described(token)
        if token.dep_ == "conj" and token.tag_ in _DONE and token.head.tag_ == "VBN":
            mend_gapped(token)
        if token.text == "Were" and token.is_sent_start:
            mend_were(token)
        if token.dep_ == "advcl" and token.head.dep_ in ("acl", "advcl"):
            mend_since_described(token)
        if token.lower_ in _FAILING and token.dep_ in ("amod", "compound"):
            mend_failing(token)
        if token.dep_ == "dobj" and token.head.lower_ == "let" and token.pos_ == "NOUN":
            mend_let(token)
    return doc


_ENDS = frozenset({"end", "halt", "stop"})
_OWN = frozenset({"nsubj", "nsubjpass"})
_UNTIL_IT = frozenset({"advcl", "ccomp", "pobj"})
_STAYS = frozenset({"remains", "stays"})
# Adjectives that are verbs too.
_ADJECTIVES = frozenset({"clean", "clear", "complete", "direct", "free", "open", "separate"})
_AWAITING = frozenset({"after", "before", "till", "until"})
_TERMS = frozenset({"condition", "proviso", "understanding"})
_BESIDE = frozenset({"advcl", "xcomp"})
_LOWER = frozenset({"acl", "pcomp"})
_DONE = frozenset({"VBD", "VBN"})
_FAILING = frozenset({"absent", "barring", "failing"})
_PLACED = frozenset({"dobj", "npadvmod", "pobj"})
# What a call, a demand is for.
_REQUESTS = word_class("requests")
_UNDER_NOUNS = frozenset({"acl", "relcl"})
_LEAVE = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})


@lru_cache(maxsize=1024)
def _is_country(word: str) -> bool:
    """Whether a word alone is the name of a country, which is never a common noun."""
    found = list(gazetteer().find(word))
    return len(found) == 1 and found[0].end == len(word) and found[0].party.kind == "country"


def _is_date(month: Token) -> bool:
    """Whether "May" is the month: of "by its order of 21 May the court told Oslo to leave"."""
    return month.i > 0 and month.nbor(-1).like_num


# Nouns of law's "either side" and "forbids states to" that are taken for verbs.
_NOUNS = frozenset({"side", "sides", "states"})


_COMMON = frozenset({"NN", "NNS"})
_NOMINAL = frozenset({"appos", "dobj", "nsubj", "pobj"})


_TENSED = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"})


_JOINED = frozenset({"conj", "ccomp"})


_DOING = _TENSED | {"NN"}


_KEEPING = frozenset({"hold", "keep", "leave", "set"})


_AWAY = frozenset({"off", "out"})
_WAYS = frozenset({"advmod", "prep", "prt"})


_CLOSED = word_class("closed_matters") | (word_class("unlawful") - {"null", "void"})


_AT = frozenset({"at", "during", "after", "following"})
