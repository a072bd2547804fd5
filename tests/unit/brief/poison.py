"""Words that would run, fetch, style or link if any form of a brief let them."""

import re
from dataclasses import fields, is_dataclass, replace

from detente.domain.evidence import Document, Judgement

HOST = "https://evil.example/x"
# What a text would have a page do, once it is out of the text it stands in.
_DEEDS = [
    "<script>alert(1)</script>",
    f"<script src={HOST}.js></script>",
    f"<img src={HOST}.png>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    f"<svg><image href={HOST}.png /></svg>",
    f"<svg><use href={HOST}.svg#a /></svg>",
    "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></foreignObject></svg>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)>",
    f"<video poster={HOST}.png autoplay>",
    f"<iframe src={HOST}></iframe>",
    "<iframe src=javascript:alert(1)></iframe>",
    f"<object data={HOST}></object>",
    f"<embed src={HOST}>",
    f"<link rel=stylesheet href={HOST}.css>",
    f"<link rel=prefetch href={HOST}>",
    f"<style>@import '{HOST}.css'; *{{background:url({HOST})}}</style>",
    f"<p style=background:url({HOST})>x</p>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    f"<base href={HOST}/>",
    f"<meta http-equiv=refresh content='0;url={HOST}'>",
    f"<form action={HOST}><button autofocus>x</button></form>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]
# Ways out of an attribute, a tag, a comment, a raw text, a section of XML.
_WAYS = ["", '">', "'>", "</style>", "</title></svg>"]
_OTHERS = [
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "` onpointerenter=alert(1) `",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<!--><script>alert(1)</script-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='" + HOST + "'?>",
    "{{ 7 * 7 }}{% raw %}",
    "{{ ''.__class__.__mro__ }}",
    "{% include '/etc/passwd' %}",
    "{# a comment that never ends",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "[x](javascript:alert(1))",
    f"![x]({HOST}.png)",
    f"[![x]({HOST}.png)]({HOST})",
    f"<{HOST}>",
    f"[x]: {HOST} 'x'",
    f"{HOST}",
    "[^1]: taken over",
    "| a | b |",
    "# a heading",
    "```\nfenced",
    "~~~ html\n<script>alert(1)</script>",
    "---\ntitle: x\n---",
    "**bold** __bold__ `code` ~~gone~~",
    "<div markdown=1>[x](javascript:alert(1))</div>",
    '#read("/etc/passwd")',
    '#include "/etc/passwd"',
    '#import "@preview/cetz:0.3.4": *',
    f'#image("{HOST}.png")',
    '#eval("1 + 1")',
    "#panic(1)",
    "$ x^2 $ and $",
    "@label <label> = heading",
    "*strong* _emph_ `raw` ``` raw ```",
    "\\u{1F600} \\ \\n // comment /* comment",
    "]#text(red)[x",
    '") + read("/etc/passwd") + ("',
    "\u202e reversed \u202c and \u2066 isolated",
    "\u2069\u2069\u202c\u200f\u061c",
    "\u0000\u0008\u001b[31m\u009b31m",
    "\ud83d half a pair",
    "x" * 300,
]
PAYLOADS = [*(f"{way}{deed}" for deed in _DEEDS for way in _WAYS), *_OTHERS]

# Free text only: ids and conditions must keep meeting one another.
_WORDS = re.compile(
    r"title|publisher|url|path|name|text|cite|wording|person|office|channel|attitude|what|fix"
    r"|code|why|source_id|type|mode|note|by"
)


def poisoned(thing, payload):
    """The same dataclass with the payload behind every free text in it."""
    if isinstance(thing, tuple):
        return tuple(poisoned(each, payload) for each in thing)
    if not is_dataclass(thing):
        return thing
    changes = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        free = _WORDS.fullmatch(field.name) and isinstance(value, str)
        if isinstance(thing, Document) and field.name == "text":
            free = False
        changes[field.name] = f"{value}{payload}" if free else poisoned(value, payload)
    return replace(thing, **changes)


def poisoned_brief(water, payload):
    """A brief of the water dispute, the payload in every text of it."""
    return water.brief(
        readings=poisoned(water.readings, payload),
        draft=poisoned(water.draft, payload),
        findings=poisoned(water.readings[0].findings, payload),
        judgements=[
            Judgement(
                claim=claim.id,
                decision="accepted",
                by=f"Ann{payload}",
                at="2024-06-01T10:00:00Z",
                note=payload,
            )
            for claim in poisoned(water.draft.claims[:2], payload)
        ],
    )
