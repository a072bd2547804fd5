"""What is asked for in a sentence that turns round it: "what we want is joint patrols"."""

import pytest

from .drafts import drafted, options


@pytest.mark.parametrize(
    ("said", "option"),
    [
        (
            '"What we ask is a signature under the transit rules," Chad\'s minister said.',
            "KEN.sign",
        ),
        ('"What we want is joint patrols," Chad\'s minister said.', "KEN.accept"),
        ('"What we want is a binding agreement," Chad\'s minister said.', "KEN.sign"),
        ('"What we want is peace," Chad\'s minister said.', None),
        ('"What we need is a good harvest," Chad\'s minister said.', None),
        ("What we want is not a binding agreement, Chad's minister said.", None),
    ],
)
def test_what_is_wanted_is_asked_for(said: str, option: str | None) -> None:
    quarrel = (
        "Chad demanded that Kenya open the border. Kenya refused. Kenya demanded that Chad lift the"
        " ban on tea. Chad refused. "
    )
    more = set(options(drafted(quarrel + said))) - set(options(drafted(quarrel)))
    assert more == ({option} if option else set())
