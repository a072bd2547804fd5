"""Who decides what the texts put in the passive or leave open, and the board it makes.

Who states the condition for a benefit controls it; what a party must do is up to the
beneficiary; anything else is filled in from another mention of the same option, or not at all.
"""

from dataclasses import dataclass, replace

from detente.lexicon.acts import inventory
from detente.model.drafting.board import Board, Entry, Fact, stand, with_owner
from detente.model.drafting.deeds import Deed
from detente.model.drafting.voices import STRONG, Tie, Voice


@dataclass(slots=True)
class Record:
    """All that was voiced, tied together and told, with owners filled in where they can be."""

    voices: list[Voice]
    ties: list[Tie]
    facts: list[Fact]

    def complete(self) -> None:
        """Find out who decides what the texts put in the passive or leave open."""
        self._purchases()
        self.ties = [self._controlled(tie) for tie in self.ties]
        known = self._known()
        self.ties = [
            replace(
                tie,
                benefit=with_owner(tie.benefit, known),
                needs=tuple(self._needed(with_owner(n, known), tie) for n in tie.needs),
            )
            for tie in self.ties
        ]
        known = self._known()
        self.voices = [replace(v, deed=with_owner(v.deed, known)) for v in self.voices]
        self.voices = [replace(v, deed=self._granted(v.deed, v.party)) for v in self.voices]
        known = self._known()
        self.facts = [replace(f, deed=with_owner(f.deed, known)) for f in self.facts]

    def _purchases(self) -> None:
        """Buying is a matter of its own, unless the thing is one that somebody holds."""
        every = [d for t in self.ties for d in (t.benefit, *t.needs)]
        every += [v.deed for v in self.voices] + [f.deed for f in self.facts]
        held = [d for d in every if d.family.name == "possession" and d.act != "acquire"]
        purchase = inventory().families["purchase"]

        def bought(d: Deed) -> Deed:
            if d.act != "acquire" or any(d.same_option(h) for h in held):
                return d
            return replace(d, family=purchase, taken=not d.taken, undoing=False)

        self.ties = [
            replace(t, benefit=bought(t.benefit), needs=tuple(bought(n) for n in t.needs))
            for t in self.ties
        ]
        self.voices = [replace(v, deed=bought(v.deed)) for v in self.voices]
        self.facts = [replace(f, deed=bought(f.deed)) for f in self.facts]

    def _known(self) -> list[Deed]:
        found = [d for tie in self.ties for d in (tie.benefit, *tie.needs)]
        found += [v.deed for v in self.voices] + [f.deed for f in self.facts]
        return [d for d in found if d.owner is not None]

    def _controlled(self, tie: Tie) -> Tie:
        """Who states the condition for a benefit controls the benefit."""
        benefit, setter = tie.benefit, tie.setter
        takers = {n.owner for n in tie.needs} | {benefit.member}
        if setter is None or tie.asked or setter in takers - {None}:
            return tie
        if benefit.owner is None:
            return replace(tie, benefit=replace(benefit, owner=setter))
        if benefit.owner in takers and benefit.owner != setter:
            return replace(tie, benefit=_from_other_side(benefit, setter))
        return tie

    def _needed(self, need: Deed, tie: Tie) -> Deed:
        """What it takes is up to the beneficiary where nobody is named."""
        if (
            need.owner is None
            and tie.benefit.member is not None
            and tie.benefit.member != tie.setter
        ):
            return replace(need, owner=tie.benefit.member)
        return need

    def _granted(self, found: Deed, speaker: str) -> Deed:
        """A refusal or a demand about letting somebody in is up to whoever else is there."""
        if found.owner is not None or found.family.name == "membership":
            return found
        others = self._deciding() - {speaker}
        return replace(found, owner=others.pop()) if len(others) == 1 else found

    def _deciding(self) -> set[str]:
        found = {tie.setter for tie in self.ties} | {
            d.owner for t in self.ties for d in (t.benefit, *t.needs)
        }
        found |= {v.party for v in self.voices if v.attitude in STRONG}
        found |= {v.deed.owner for v in self.voices if v.attitude in STRONG}
        return {code for code in found if code is not None}

    def board(self) -> Board:
        """Put on the table what was refused, demanded, offered, threatened or made conditional."""
        board = Board()
        for tie in self.ties:
            for d in (tie.benefit, *tie.needs):
                if d.owner is not None:
                    board.put(d, tie.because)
        for voice in self.voices:
            if voice.attitude in STRONG and voice.deed.complete:
                board.put(voice.deed, voice.because)
        self._measures(board)
        for voice in self.voices:
            entry = board.find(voice.deed) if voice.deed.owner is not None else None
            if entry is not None:
                entry.because += [i for i in voice.because if i not in entry.because]
        for entry in board.entries:
            self._name(entry)
        board.entries = [e for e in board.entries if e.deed.named]
        stand(board, self.facts, self.voices, self.ties)
        return board

    def _name(self, entry: Entry) -> None:
        """Of "holds two soldiers; release them": what is meant stands in what happened."""
        if entry.deed.named:
            return
        told = [f.deed.thing for f in self.facts if entry.deed.same_option(f.deed)]
        named = [thing for thing in told if not thing.generic]
        if named:
            entry.deed = replace(entry.deed, thing=named[0])

    def _measures(self, board: Board) -> None:
        """A measure in force is its imposer's option, if it bears on those who decide."""
        deciding = {e.owner for e in board.entries} | {v.party for v in self.voices}
        for voice in self.voices:
            # What somebody hopes or expects to see lifted is in force.
            if voice.deed.undoing and voice.deed.family.measure and voice.deed.owner in deciding:
                board.put(voice.deed, voice.because)
        for fact in self.facts:
            deed = fact.deed
            if not (deed.family.measure and deed.taken and fact.happened and deed.owner):
                continue
            spoken = any(v.deed.same_option(deed) for v in self.voices)
            others = deciding - {deed.owner}
            if spoken or (deed.owner in deciding and others) or fact.target in deciding:
                board.put(deed, [fact.id])


def _from_other_side(benefit: Deed, setter: str) -> Deed:
    """Of "if it wants to buy the jets" the sale: what one side gains, the other grants."""
    others = {"possession": "supply", "purchase": "supply", "membership_own": "membership"}
    name = others.get(benefit.family.name, benefit.family.name)
    family = inventory().families[name]
    member = benefit.owner
    taken = True if name != benefit.family.name else benefit.taken
    return replace(benefit, family=family, owner=setter, member=member, taken=taken)
