"""Propositions as a model needs them: whose option, of which family, taken or not."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from detente.domain.evidence import Actor, Proposition
from detente.lexicon.acts import Act, Family, inventory
from detente.model.drafting.things import Thing, thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An option of somebody, taken or not.

    ``owner`` is the code of who decides it, None where the text does not say;
    ``member`` is the beneficiary where the family has one ("readmit *Türkiye*");
    ``act`` is the act as worded, ``undoing`` is whether it was worded as the end of something
    ("lift", "reopen").
    """

    family: Family
    thing: Thing
    taken: bool
    owner: str | None
    member: str | None = None
    undoing: bool = False
    act: str = ""

    def same_option(self, other: "Deed") -> bool:
        """Whether both speak of one option; an unknown owner or member agrees with any."""
        return (
            self.family.name == other.family.name
            and (self.owner is None or other.owner is None or self.owner == other.owner)
            and (self.member is None or other.member is None or self.member == other.member)
            and self.thing.same(other.thing, self.family)
        )

    @property
    def complete(self) -> bool:
        """Whether it says enough to be an option: whose, and of letting in, whom or into what."""
        nobody = self.family.name == "membership" and self.member is None and self.thing.generic
        return self.owner is not None and not nobody

    @property
    def named(self) -> bool:
        """Whether it is known what it is done to: not only "it"."""
        return not self.thing.generic or self.family.name == "membership"

    @property
    def contrary(self) -> "Deed":
        """The same option, the other way."""
        return replace(self, taken=not self.taken)

    @property
    def welcome(self) -> bool:
        """Whether the other side would want it: harm absent, anything else taken."""
        return self.taken != self.family.harm


def deed(proposition: Proposition, texts: Mapping[str, str]) -> Deed | None:
    """Read a proposition as a deed; None where its act belongs to no family.

    Parameters
    ----------
    texts
        Text of each document by id, for the words of objects.
    """
    act = inventory().act(proposition.act)
    if act is None or act.family is None:
        return None
    text = texts[proposition.document]
    taken = (act.side != "drop") == (proposition.polarity == "positive")
    if act.family.name == "membership":
        return _membership(proposition, act, act.family, text, taken)
    return Deed(
        family=act.family,
        thing=_thing(proposition, act, text),
        taken=taken,
        owner=_owner(proposition, act),
        undoing=act.side == "drop",
        act=act.name,
    )


def _thing(proposition: Proposition, act: Act, text: str) -> Thing:
    if act.activity is not None:
        return thing(act.activity)
    if act.object_is is not None:
        return Thing(words="forces", head="force")
    return thing(proposition.object.span.of(text)) if proposition.object else thing("")


def _owner(proposition: Proposition, act: Act) -> str | None:
    """Whoever does it; of a passive, whoever the thing belongs to."""
    agent, target, other = proposition.agent, proposition.object, proposition.complement
    measure = act.family is not None and act.family.measure
    if measure and act.side == "drop" and target is not None and target.of:
        return target.of
    if agent is not None and (agent.party or agent.of):
        return agent.party or agent.of
    if target is not None and target.of:
        return target.of
    if target is not None and act.name == "recognise":
        return None
    return _belongs(other) if not measure else None


def _belongs(actor: Actor | None) -> str | None:
    return actor.of if actor is not None else None


def _membership(proposition: Proposition, act: Act, family: Family, text: str, taken: bool) -> Deed:
    """Who is let into what; whoever lets in is unknown when the member's own verb is used."""
    agent, target, other = proposition.agent, proposition.object, proposition.complement
    if act.side == "gain":
        member = _code(agent) or _code(other)
        group = target
        owner = None
    else:
        member = _code(target)
        group = other
        owner = _code(agent)
        owner = None if owner == member else owner
    words = group.span.of(text) if group is not None else ""
    return Deed(
        family=family, thing=thing(words), taken=taken, owner=owner, member=member, act=act.name
    )


def _code(actor: Actor | None) -> str | None:
    return (actor.party or actor.of) if actor is not None else None
