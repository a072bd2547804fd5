"""What an attribution is while it is being found: tokens, spans and what speaks for it."""

from dataclasses import dataclass, field

from detente.domain.evidence import Manner, Span
from detente.lexicon.cues import Cue, Frame
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token


@dataclass(slots=True)
class Attribution:
    """A source, a cue and the content attributed, as tokens and spans.

    ``heads`` are the tokens under which the content's clauses stand; ``agent`` is who is to
    do what an infinitive says. ``support`` is the verb that a noun cue hangs on ("voiced
    hope"). ``doubtful`` ones count only if a party takes a position in them. ``reach`` are
    the paragraphs after ``passage`` into which a quotation runs on. ``aside`` is all of an aside
    that attributes without a verb of saying.
    """

    passage: Passage
    cue: Token
    cue_span: Span
    content: list[Span]
    attitude: str
    strength: float
    source: Token | None = None
    source_span: Span | None = None
    heads: list[Token] = field(default_factory=list)
    agent: Token | None = None
    frame: Frame = "clause"
    manner: Manner = "indirect"
    inherits: bool = False
    entry: Cue | None = None
    tagged: bool = False
    support: Token | None = None
    reach: list[Passage] = field(default_factory=list)
    features: tuple[str, ...] = ()
    weight: float = 0.0
    doubtful: bool = False
    owns_quotation: bool = False
    aside: Span | None = None
