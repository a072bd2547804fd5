"""Who decides, who spoke for whom and where, and what they claim and want."""

from collections.abc import Sequence

from detente.brief.wording.phrases import capital, counted, full_stop, listed, quoted, the

# Where words were said decides the preposition: on a platform, to an agency, at a meeting.
_PLATFORMS = {"x", "twitter", "facebook", "instagram", "telegram", "threads", "weibo"} | {
    "youtube",
    "linkedin",
    "mastodon",
    "truth social",
    "television",
    "state television",
    "radio",
}


_OCCASIONS = {
    **dict.fromkeys(("conference", "briefing", "meeting", "summit"), "at"),
    **dict.fromkeys(("interview", "statement", "letter", "speech", "post", "report"), "in"),
}


def decision_maker(party: str, options: Sequence[str]) -> str:
    """A decision maker and what it can do."""
    if not options:
        return f"{capital(party)} is a decision maker without an option of its own in this model."
    return f"{capital(party)} is a decision maker. It can {listed(options, 'or')}."


def third_party(party: str) -> str:
    """A party that is mentioned and decides nothing here."""
    return f"{capital(party)} is mentioned; it decides nothing in this model."


def spoke(person: str, office: str | None, party: str | None, channels: Sequence[str]) -> str:
    """A named person who spoke."""
    role = f", {office}," if office else ""
    whom = f"spoke for {party}" if party else "spoke; for whom, the record does not say"
    return full_stop(f"{capital(person)}{role} {whom}{_through(channels)}")


def spoke_unnamed(
    party: str | None, words: Sequence[str], count: int, channels: Sequence[str]
) -> str:
    """Statements attributed to a party, or to nobody who could be told, without a named person."""
    as_ = f" (as {listed([quoted(w) for w in words])})" if words else ""
    many = capital(counted(count, "statement"))
    if party is None:
        return f"{many}{as_} could not be attributed to a party{_through(channels)}."
    are = "is" if count == 1 else "are"
    return f"{many} {are} attributed to {party}{as_} without a named person{_through(channels)}."


def _through(channels: Sequence[str]) -> str:
    return f", {listed(place(channel) for channel in channels)}" if channels else ""


def place(channel: str) -> str:
    """A channel with its preposition: "on X", "to Reuters", "at a press conference"."""
    words = channel.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ").split()
    kind = next((w for w in reversed(words) if w in _OCCASIONS), None)
    if kind is None:
        return f"{'on' if ' '.join(words) in _PLATFORMS else 'to'} {channel}"
    article = "" if channel[:1].isupper() or channel.split()[0] in {"a", "an", "the"} else "a "
    article = "an " if article and channel[:1].lower() in "aeiou" else article
    return f"{_OCCASIONS[kind]} {article}{channel}"


def wants(party: str, wish: str) -> str:
    """One statement of preference."""
    return f"{capital(party)} wants {wish}."


def ranked(party: str) -> str:
    """Preferences given as a ranking or as weights rather than as statements."""
    return f"{capital(party)} ranks the states directly; the order is in the dispute file."


def clash(sides: Sequence[tuple[str, str]]) -> str:
    """Claims of different parties that cannot all be true, each in its own words."""
    return " ".join(full_stop(f"{capital(party)} says: {quoted(text)}") for party, text in sides)


def unknown_claimant() -> str:
    """Who claims something when the record does not say."""
    return "a party that could not be told"


def claim_by(party: str | None) -> str:
    """Who claims something, as a heading."""
    return capital(the(party)) if party else capital(unknown_claimant())
