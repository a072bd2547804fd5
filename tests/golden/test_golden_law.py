"""Do the answers on the law of the first dispute, and of a second, still read as they did?

Each is the memorandum that a person gets, kept whole in tests/golden/law; `make golden` writes
them anew, and a person reads what changed.
"""

from pathlib import Path

import pytest

from detente.cli.app import main

EXAMPLES = Path(__file__).parents[2] / "examples"
F35 = str(EXAMPLES / "f35" / "dispute.toml")
SAFEGUARDS = str(EXAMPLES / "safeguards" / "dispute.toml")
TODAY = "2025-12-18"
SOLD = "turkiye.relinquish+turkiye.sell_back+us.sanction+russia.buy_back"
GONE = "turkiye.relinquish+turkiye.destroy+us.sanction"

QUESTIONS = {
    "01-readmission-as-things-are": ["why-not", F35, "us.readmit+us.sanction", "--on", TODAY],
    "02-readmission-what-it-takes": ["requires", F35, "us.readmit+us.sanction", "--on", TODAY],
    "03-stored-in-turkiye": [
        *("why-not", F35, "turkiye.store+us.readmit+us.sanction", "--on", TODAY)
    ],
    "04-stored-in-turkiye-what-it-takes": [
        *("requires", F35, "turkiye.store+us.readmit+us.sanction", "--on", TODAY)
    ],
    "05-operated-by-others": [
        *("why-not", F35, "turkiye.hand_over+us.readmit+us.sanction", "--on", TODAY)
    ],
    "06-operated-by-others-what-it-takes": [
        *("requires", F35, "turkiye.hand_over+us.readmit+us.sanction", "--on", TODAY)
    ],
    "07-sold-back": ["requires", F35, f"{SOLD}+us.readmit", "--on", TODAY],
    "08-destroyed": ["requires", F35, f"{GONE}+us.readmit", "--on", TODAY],
    "09-destroyed-steps": ["steps", F35, f"{GONE}+us.readmit", "--on", TODAY],
    "10-to-a-third-state": [
        *("why-not", F35, "turkiye.relinquish+turkiye.transfer+us.sanction", "--on", TODAY)
    ],
    "11-readmission-before-the-law": [
        *("why-not", F35, "us.readmit+us.sanction", "--on", "2019-12-19")
    ],
    "12-sanctions-lifted-2021": ["why-not", F35, "-", "--on", "2021-06-01"],
    "13-sanctions-lifted-2026": ["why-not", F35, "-", "--on", "2026-01-31"],
    "14-lifted-if-1241-governs": [
        *("requires", F35, "-", "--on", "2026-01-31", "--reading", "section_1241_governs")
    ],
    "15-lifted-if-236-remains": [
        *("requires", F35, "-", "--on", "2026-01-31", "--reading", "section_236_remains")
    ],
    "16-waiver-steps-if-236-remains": [
        *("steps", F35, "-", "--on", "2026-07-15", "--by", "president"),
        *("--reading", "section_236_remains"),
    ],
    "17-lifted-in-2021-if-1241-governs": [
        *("requires", F35, "-", "--on", "2021-06-01", "--reading", "section_1241_governs")
    ],
    "18-engines": ["why-not", F35, "us.sanction+us.engines", "--on", TODAY],
    "19-engines-to-a-subsidiary": [*("what-if", F35, "--assume", "to_ssb=false", "--on", TODAY)],
    "20-what-the-us-can-do-alone": [
        *("requires", F35, "us.readmit+us.sanction", "--by", "us", "--on", TODAY)
    ],
    "21-what-needs-congress": [
        *("requires", F35, "us.readmit+us.sanction", "--by", "congress", "--on", TODAY)
    ],
    "22-what-ankara-can-do-alone": [
        *("requires", F35, "us.readmit+us.sanction", "--by", "turkiye", "--on", TODAY)
    ],
    "23-lifting-by-the-president-alone": [
        *("requires", F35, "-", "--by", "president", "--on", TODAY)
    ],
    "24-if-1245-were-repealed": ["what-if", F35, "--without", "ndaa2020_1245", "--on", TODAY],
    "26-snap-back-before-it": ["check", SAFEGUARDS, "--on", "2025-09-15"],
    "27-snap-back-after-it": [
        *("why-not", SAFEGUARDS, "varia.keep+varia.admit", "--on", "2025-10-02")
    ],
    "28-snap-back-way-out": [
        *("requires", SAFEGUARDS, "varia.keep+varia.admit", "--on", "2025-10-02")
    ],
    "25-on-the-eve-of-1245": ["what-if", F35, "--then", "2019-12-19", "--on", TODAY],
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_memorandum(name, golden, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    with pytest.raises(SystemExit) as left:
        main(["law", *QUESTIONS[name], "--quiet"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert shown.count("not legal advice") == 1
    golden(f"law/{name}.txt", shown)
