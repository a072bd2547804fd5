"""An option of somebody, taken or not: what a model is made of."""

from dataclasses import dataclass, field

from detente.lexicon.acts import Family
from detente.model.drafting.things import AGREEING, Thing

# What is said of a measure or a force that is left as it is.
STAYING = "stay"
# What is said of a deed that goes on and is to end: "will stop accepting flights".
HALTING = "halting"
DeedKey = tuple[str, str, bool, str | None, str | None, str, frozenset[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An option of somebody, taken or not.

    ``owner`` is the code of who decides it, None where the text does not say;
    ``member`` is the beneficiary where the family has one ("readmit *Türkiye*", "let *it* land");
    ``act`` is the act as worded, ``undoing`` is whether it was worded as the end of something
    ("lift", "reopen"). ``key`` is what drafting tells deeds apart by: all but how many words name
    the thing.
    """

    family: Family
    thing: Thing
    taken: bool
    owner: str | None
    member: str | None = None
    undoing: bool = False
    act: str = ""
    key: DeedKey = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        family, about = self.family.name, self.thing
        who = self.owner, self.member
        scope = about.scope if family in AGREEING else ""
        key = (family, self.act, self.taken, *who, about.head, about.designations, scope)
        object.__setattr__(self, "key", key)

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
        if self.family.name == "permission" and self.thing.unspecified:
            return False
        return not self.thing.generic or self.family.name == "membership"

    @property
    def contrary(self) -> "Deed":
        """The same option, the other way."""
        return Deed(
            family=self.family,
            thing=self.thing,
            taken=not self.taken,
            owner=self.owner,
            member=self.member,
            undoing=self.undoing,
            act=self.act,
        )

    @property
    def welcome(self) -> bool:
        """Whether the other side would want it: harm absent, anything else taken."""
        return self.taken != self.family.harm
