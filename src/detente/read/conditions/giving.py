"""Things that are named only as what is given: "in return for a seat", "failing an apology".

The noun tells of no deed. That it is given does, by whoever has it to give.
"""

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory
from detente.read.conditions.wordings import wordings
from detente.read.grammar.clauses import Passage, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story


def given_over(story: Story, passage: Passage, noun: Token) -> tuple[Proposition, ...]:
    """Of "in return for fuel rods" the supply of them, by the first verb that fits the thing."""
    if noun.tag_ not in ("NN", "NNS") or noun.ent_type_ in ("DATE", "TIME"):
        return ()
    for verb in wordings().giving:
        act = inventory().of_verb(verb, [lemma(noun)])
        if act is not None and act.family is not None and act.objects:
            return (proposition(story, passage, ActAt(noun, act, act.name, noun, None)),)
    return ()
