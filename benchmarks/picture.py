"""The README's pictures: the report on an article of the sample corpus, as a browser shows it.

    python benchmarks/picture.py

Builds an index of the sample corpus, runs `claimcheck report --format html`, and photographs the
page with Chromium: `docs/report.png` shows its beginning, `docs/report-claim.png` the first claim
with what the first outlet says, and `docs/report-dark.png` and `docs/report-claim-dark.png` the
same for readers of dark pages.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "corpora" / "sample"
WIDTH = 1280
# Higher than the page, so that the bar at the bottom of the window covers nothing.
HEIGHT = 16_000
MARGIN = 16


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--article", type=Path, default=SAMPLE / "incoming" / "putin-xi.txt")
    parser.add_argument("--out", type=Path, default=ROOT / "docs")
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("There is no browser. Install one: apt-get install chromium")
    options.out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = made_page(options.article, Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        photograph(browser, page, options.out, "light")
        photograph(browser, page, options.out, "dark")


def made_page(article: Path, folder: Path) -> Path:
    """Index the sample corpus and report on the article, by the command line."""
    index, page = folder / "index", folder / "report.html"
    _claimcheck("index", SAMPLE / "articles.jsonl", "--index", index)
    _claimcheck("report", article, "--index", index, "--format", "html", "-o", page)
    return page


def _claimcheck(*arguments: object) -> None:
    command = [sys.executable, "-m", "claimcheck", *map(str, arguments)]
    subprocess.run(command, check=True)


def photograph(
    browser: Browser, page: Path, folder: Path, scheme: Literal["light", "dark"]
) -> None:
    """Write the beginning of the page and its first claim as PNG."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme, offline=True
    )
    shown = context.new_page()
    shown.goto(page.as_uri())
    claim, match = _box(shown, ".finding"), _box(shown, ".finding .match")
    until_claims = _box(shown, "#findings")["y"]
    ending = "" if scheme == "light" else f"-{scheme}"
    _write(shown, folder / f"report{ending}.png", 0, until_claims - 3 * MARGIN)
    _write(shown, folder / f"report-claim{ending}.png", claim["y"], match["y"] + match["height"])
    context.close()


def _box(shown: Page, selector: str) -> FloatRect:
    box = shown.locator(selector).first.bounding_box()
    if box is None:
        sys.exit(f"The page has no {selector}.")
    return box


def _write(shown: Page, picture: Path, top: float, bottom: float) -> None:
    start = max(0, top - MARGIN)
    clip: FloatRect = {"x": 0, "y": start, "width": WIDTH, "height": bottom + MARGIN - start}
    shown.screenshot(path=picture, clip=clip)
    print(f"{picture.name}: {picture.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
