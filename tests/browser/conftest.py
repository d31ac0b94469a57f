"""One Chromium for all tests of this folder, and the reports that they look at.

Every report is made by the command line from article files, as a person would make it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hostile_articles import HOSTILE, HOSTILE_OTHERS
from playwright.sync_api import Browser, sync_playwright
from viewing import WIDE, Open, view

from claimcheck.cli import main
from claimcheck.embed import Encoder

SAMPLE = Path(__file__).parent.parent.parent / "corpora" / "sample"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

Make = Callable[..., Path]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Without one the tests are skipped, but where CI is set they fail."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        lacking = f"no browser found (looked for {', '.join(NAMES)}); install chromium"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(lacking)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def open_file(browser: Browser) -> Iterator[Open]:
    """Open a file as `open_file(path, width=390, dark=True, scripts=False)`."""
    contexts = []

    def run(path: Path, *, width: int = WIDE, dark: bool = False, scripts: bool = True) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        contexts.append(context)
        return view(context, path)

    yield run
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def make_report(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Make]:
    """Run `claimcheck report ARTICLE --format html` against an index and return the page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimcheck.cli.tools.load_named_encoder", lambda model: encoder)
        patch.setattr("claimcheck.cli.tools._load_bulk", lambda *_: encoder)

        def run(article: Path, index: Path) -> Path:
            page = tmp_path_factory.mktemp("page") / "report.html"
            _run("report", article, "--index", index, "--format", "html", "-o", page)
            return page

        yield run


@pytest.fixture(scope="session")
def make_index(make_report: Make, tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Run `claimcheck index` over records and return the folder."""

    def run(records: list[dict[str, str]]) -> Path:
        folder = tmp_path_factory.mktemp("others")
        given = folder / "articles.jsonl"
        given.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
        _run("index", given, "--index", folder / "index")
        return folder / "index"

    return run


def _run(*arguments: object) -> None:
    outcome = CliRunner().invoke(main, [str(one) for one in arguments])
    assert outcome.exit_code == 0, outcome.output


@pytest.fixture(scope="session")
def sample_page(make_report: Make, built_index: Path) -> Path:
    """The report on an article of the sample corpus: all relations, many differences."""
    return make_report(SAMPLE / "incoming" / "putin-xi.txt", built_index)


@pytest.fixture(scope="session")
def empty_page(make_report: Make, built_index: Path) -> Path:
    """The report on an article that nobody else reports on."""
    return make_report(SAMPLE / "incoming" / "unmatched.txt", built_index)


@pytest.fixture(scope="session")
def hostile_page(
    make_report: Make, make_index: Make, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The report on an article full of attacks against articles full of attacks."""
    article = tmp_path_factory.mktemp("hostile") / "article.json"
    article.write_text(json.dumps(HOSTILE), "utf-8")
    return make_report(article, make_index(HOSTILE_OTHERS))


@pytest.fixture(scope="session")
def long_page(
    make_report: Make, built_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The report on an article of 300 claims, each told by others as well."""
    lines = (SAMPLE / "articles.jsonl").read_text("utf-8").splitlines()
    texts = "\n\n".join(json.loads(line)["text"] for line in lines)
    article = tmp_path_factory.mktemp("long") / "article.json"
    article.write_text(json.dumps({"outlet": "All in One", "title": "All", "text": texts}), "utf-8")
    return make_report(article, built_index)
