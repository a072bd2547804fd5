"""How long a brief of a hundred documents takes, how large it is, and how soon a browser shows it.

Reading is left out: the texts are read once, before the clock starts. The hundred are the shipped
articles, each several times with another sentence before it, so that no two are one text.

    python benchmarks/brief.py [--documents N] [--runs N]
"""

import argparse
import os
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from detente import workflow
from detente.brief import brief_shape, render_html, render_markdown, render_pdf
from detente.domain.evidence import Document, Reading
from detente.read import read_documents
from detente.record import MemoryStore

ROOT = Path(__file__).parents[1]
ARTICLES = tuple(sorted((ROOT / "examples" / "f35").glob("*.txt")))


def readings(count: int) -> list[Reading]:
    taken = [one.document for one in workflow.take(ARTICLES) if one.document]
    documents: list[Document] = []
    for number in range(count):
        first = taken[number % len(taken)]
        text = f"Report {number} of the {number % 28 + 1}th day.\n{first.text}"
        documents.append(replace(first, text=text, publisher=f"Paper {number % 9}"))
    return list(read_documents(documents))


def timed(what: str, call, runs: int):
    best, result = None, None
    for _ in range(runs):
        start = time.perf_counter()
        result = call()
        spent = time.perf_counter() - start
        best = spent if best is None else min(best, spent)
    print(f"{what:<34}{best:8.2f} s")
    return result


def opened(page: str) -> float | None:
    """Milliseconds until a browser has shown a page; None where there is no browser."""
    chromium = os.environ.get("DETENTE_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        return None
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "brief.html"
        path.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        shown = browser.new_page()
        spent = []
        for _ in range(5):
            shown.goto(path.as_uri())
            spent.append(
                shown.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
            )
        browser.close()
    return min(spent)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    store = MemoryStore()
    for reading in readings(given.documents):
        store.add(reading)
    statements = sum(len(reading.statements) for reading in store.readings())
    print(f"{given.documents} documents, {statements} statements; best of {given.runs}")
    made = timed("record to brief", lambda: workflow.brief_record(store), given.runs)
    page = timed("brief to page", lambda: render_html(made), given.runs)
    timed("brief to Markdown", lambda: render_markdown(made), given.runs)
    timed("brief to JSON", lambda: brief_shape(made), given.runs)
    pdf = timed("brief to PDF", lambda: render_pdf(made), 1)
    print(f"{'page':<34}{len(page.encode()) / 1e6:8.2f} MB")
    print(f"{'PDF':<34}{len(pdf) / 1e6:8.2f} MB")
    shown = opened(page)
    print(
        f"{'a browser shows the page in':<34}" + (f"{shown:8.0f} ms" if shown else "  no browser")
    )


if __name__ == "__main__":
    main()
