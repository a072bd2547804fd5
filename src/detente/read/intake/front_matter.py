"""What a Markdown file says of itself before its words: title, date and where it appeared.

Between two lines of three hyphens (YAML) or plus signs (TOML) at its very top stand lines of a
key and a value. Only plain values are read; what is nested or listed is left alone.
"""

import re
from dataclasses import dataclass, field

from detente.read.dates.written import iso_date, whole_date

# More lines are no front matter but an article that begins with a rule.
_MOST_LINES = 200
_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]*)\s?[:=]\s*(?P<value>\S.*)")
_DAYS = ("published", "date", "pubdate", "publishdate", "publish_date", "date_published",
         "publication_date")  # fmt: skip
_SOURCES = ("publisher", "publication", "source", "site", "sitename")
_ADDRESSES = ("url", "link", "canonical_url", "source_url")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Keys of a front matter, in lower case, with their values; and the text after it."""

    rest: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def published(self) -> str | None:
        """Day of publication; of a time of day only the day counts."""
        for key in _DAYS:
            value = self.values.get(key)
            if value is not None:
                return whole_date(re.split("[T ]", value, maxsplit=1)[0]) or iso_date(value)
        return None

    @property
    def title(self) -> str | None:
        """Title of the article."""
        return self.values.get("title")

    @property
    def publisher(self) -> str | None:
        """Who published it, unless an address is all that is given."""
        found = self._first(_SOURCES)
        return None if found is None or "://" in found else found

    @property
    def url(self) -> str | None:
        """Address at which it appeared."""
        found = self._first(_ADDRESSES) or self._first(_SOURCES)
        return found if found is not None and "://" in found else None

    def _first(self, keys: tuple[str, ...]) -> str | None:
        return next((self.values[key] for key in keys if key in self.values), None)


def front_matter(markdown: str) -> FrontMatter:
    """Part the front matter from a text; one that never closes is part of the text."""
    lines = markdown.split("\n", _MOST_LINES)
    fence = lines[0].rstrip()
    if fence not in ("---", "+++"):
        return FrontMatter(markdown)
    ends = (fence, "...") if fence == "---" else (fence,)
    close = next((k for k, line in enumerate(lines[1:], 1) if line.rstrip() in ends), None)
    inside = lines[1:close] if close is not None else []
    found = [match for line in inside if (match := _KEY.match(line))]
    if close is None or not found:
        return FrontMatter(markdown)
    values: dict[str, str] = {}
    for match in found:
        values.setdefault(match["key"].lower(), _plain(match["value"]))
    return FrontMatter("\n".join(lines[close + 1 :]), {k: v for k, v in values.items() if v})


def _plain(value: str) -> str:
    """Value without its quotation marks."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value
