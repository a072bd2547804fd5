"""Write the briefs of the gallery in every form, and pictures of them: `make gallery`.

Everything is made from `examples/`, and nothing else goes in: two runs on one version of the
program give the same briefs. The pictures need Chromium and pdftoppm, which `make ci-setup`
installs.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# Each brief with its articles, and the dispute file that stands in place of the draft.
BRIEFS = {
    "f35": ("f35", None),
    "f35-law": ("f35", "dispute.toml"),
    "prespa": ("prespa", None),
    "sweden": ("sweden", None),
}
WIDTHS = {1440: 2300, 390: 2600}
PAGES = 3


def main(names: list[str]) -> None:
    """Make the briefs named, or all."""
    os.chdir(ROOT)  # so that a brief names its texts as a clone does
    for name in names or BRIEFS:
        example, dispute = BRIEFS[name]
        folder = HERE / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        write(folder, Path("examples") / example, dispute)
        photograph(folder)
        print(name)


def write(folder: Path, example: Path, dispute: str | None) -> None:
    """Write one brief as page, Markdown, PDF and data."""
    articles = sorted(map(str, example.glob("*.txt")))
    given = ["--dispute", str(example / dispute)] if dispute else []
    for form in ("html", "md", "pdf", "json"):
        output = folder.relative_to(ROOT) / f"brief.{form}"
        command = [sys.executable, "-m", "detente", "brief", *articles, *given, "-o", str(output)]
        subprocess.run([*command, "--quiet"], check=True, stdout=subprocess.DEVNULL)


def photograph(folder: Path) -> None:
    """Take pictures of the page at two widths, and of the first pages of the PDF."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for width, height in WIDTHS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto((folder / "brief.html").as_uri())
            page.screenshot(path=folder / f"page-{width}.png")
        browser.close()
    pages = ["pdftoppm", "-png", "-r", "72", "-l", str(PAGES), "brief.pdf", "pdf"]
    subprocess.run(pages, cwd=folder, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main(sys.argv[1:])
