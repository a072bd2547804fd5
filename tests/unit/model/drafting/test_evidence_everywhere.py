"""Does each element of a draft name what it rests on, in every shipped dispute?"""

from pathlib import Path

import pytest

from detente.model.drafting.draft import draft
from detente.read import read_documents, take_file

EXAMPLES = Path(__file__).parents[4] / "examples"


@pytest.mark.parametrize("name", ["cod", "exchange", "f35", "gerd", "kosovo", "prespa", "sweden"])
def test_each_element_names_its_evidence(name: str) -> None:
    taken = (take_file(path).document for path in sorted((EXAMPLES / name).glob("*.txt")))
    dispute = draft(list(read_documents(d for d in taken if d is not None))).dispute
    assert dispute is not None
    bare = [f"option {p.id}.{o.id}" for p in dispute.parties for o in p.options if not o.because]
    bare += [
        f"preference {p.id}: {preference.spelled}"
        for p in dispute.parties
        for preference in p.preferences
        if not preference.because
    ]
    bare += [f"provision {law.id}" for law in dispute.provisions if not law.because]
    bare += [f"rule {rule.says}" for rule in dispute.rules if not rule.because]
    assert bare == []
