"""Do undo and redo of the log follow the rules of an editor, whoever else is at work?"""

import json

from hypothesis import given
from hypothesis import strategies as st

from detente.record.log import Entry, inactive, stacks


def entry(seq, kind, told=None, by="ada"):
    return Entry(
        seq=seq, at="", by=by, kind=kind, payload=json.dumps(told or {}), previous="", hash=""
    )


@given(st.lists(st.sampled_from(["judged", "removed", "undone", "redone"]), max_size=40))
def test_what_stands_is_what_an_editor_would_show(wishes):
    log, standing, undone = [], [], []
    for wish in wishes:
        seq = len(log) + 1
        if wish == "undone" and standing:
            undone.append(standing.pop())
            log.append(entry(seq, wish, {"seq": undone[-1]}))
        elif wish == "redone" and undone:
            standing.append(undone.pop())
            log.append(entry(seq, wish, {"seq": standing[-1]}))
        elif wish in ("judged", "removed"):
            log.append(entry(seq, wish))
            standing.append(seq)
            undone.clear()
    undoable, redoable = stacks(log)
    assert [e.seq for e in undoable] == standing
    assert [e.seq for e in redoable] == undone
    edits = {e.seq for e in log if e.kind in ("judged", "removed")}
    assert edits - inactive(log) == set(standing)
