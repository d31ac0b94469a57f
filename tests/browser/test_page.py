"""What every report page keeps, in a real browser."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from made_reports import match, report, side
from viewing import NARROW, WIDE, Heard, Open, View

from claimcheck.render.html import report as page_of

PAGES = ("sample_page", "empty_page", "hostile_page", "long_page")
# Generous: the machines that test are slow. On two cores it takes a tenth of that.
MAX_OPENING_MS = 5_000
MAX_BYTES = 2_000_000


@pytest.fixture(params=PAGES)
def page_file(request: pytest.FixtureRequest) -> Path:
    """Each of the pages."""
    path: Path = request.getfixturevalue(request.param)
    return path


def test_nothing_goes_wrong(page_file: Path, open_file: Open) -> None:
    """No console message, no error, no dialog, no request."""
    assert open_file(page_file).heard == Heard()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", ["sample_page", "empty_page"])
def test_everybody_can_read_it(
    name: str, width: int, dark: bool, open_file: Open, request: pytest.FixtureRequest
) -> None:
    """axe-core finds nothing, with all parts open."""
    assert _violations(open_file(request.getfixturevalue(name), width=width, dark=dark)) == []


def test_everybody_can_read_hostile_text(hostile_page: Path, open_file: Open) -> None:
    """No name that an attack gives, and no text that it hides."""
    assert _violations(open_file(hostile_page)) == []


def _violations(opened: View) -> list[str]:
    opened.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    found = Axe().run(opened.page).response["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found]


def test_it_fits_a_telephone(page_file: Path, open_file: Open) -> None:
    """Nothing scrolls sideways."""
    page = open_file(page_file, width=NARROW).page
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("document.scrollingElement.scrollWidth") == NARROW


def test_long_words_fit_a_telephone(open_file: Open, tmp_path: Path) -> None:
    """A word of 300 letters breaks, in claims, names, titles and addresses."""
    word = "x" * 300
    ours, theirs = (
        side(f"{word} [{word}]", word, f"https://{word}.example/{word}") for _ in range(2)
    )
    path = tmp_path / "page.html"
    path.write_text(page_of(report([match(ours, theirs)])), "utf-8")
    page = open_file(path, width=NARROW).page
    assert page.evaluate("document.scrollingElement.scrollWidth") == NARROW


def test_it_reads_without_scripts(sample_page: Path, open_file: Open) -> None:
    """All that is told with scripts is told without them."""
    with_scripts = open_file(sample_page)
    without = open_file(sample_page, scripts=False)
    assert without.texts("main [data-match]") == with_scripts.texts("main [data-match]")
    assert without.heard == Heard()


def test_scripts_alone_bring_buttons(sample_page: Path, open_file: Open) -> None:
    """Without scripts no button is shown that would do nothing."""
    page = open_file(sample_page, scripts=False).page
    assert [one for one in page.locator("button").all() if one.is_visible()] == []


def test_a_long_report_is_small_and_opens_at_once(long_page: Path, open_file: Open) -> None:
    """300 claims take less than 2 MB and open without waiting."""
    page = open_file(long_page).page
    opened_ms = page.evaluate(
        "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    )
    assert long_page.stat().st_size < MAX_BYTES
    assert opened_ms < MAX_OPENING_MS


def test_print_shows_what_is_folded(sample_page: Path, open_file: Open) -> None:
    """On paper every part is open, with scripts and without."""
    page = open_file(sample_page, scripts=False).page
    page.emulate_media(media="print")
    folded = page.locator("main details:not([open]) > :not(summary)")
    shown = folded.evaluate_all("parts => parts.map(part => part.checkVisibility())")
    assert shown
    assert all(shown)


def test_it_can_be_printed(sample_page: Path, open_file: Open) -> None:
    """Chromium makes a PDF of it."""
    assert open_file(sample_page).page.pdf().startswith(b"%PDF-")


def test_parts_have_one_id_each(page_file: Path, open_file: Open) -> None:
    """No id comes twice, and every link within the page leads somewhere."""
    page = open_file(page_file).page
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    targets = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(one => one.hash.slice(1))"
    )
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


def test_headings_go_down_step_by_step(page_file: Path, open_file: Open) -> None:
    """One h1, and no level left out: a screen reader's table of contents."""
    levels = [
        int(name)
        for name in open_file(page_file).page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => one.tagName[1])"
        )
    ]
    assert levels.count(1) == 1
    assert [deep for above, deep in pairwise(levels) if deep > above + 1] == []


def test_no_template_is_left(page_file: Path) -> None:
    """No None and no Python value stands where words should."""
    written = page_file.read_text("utf-8")
    assert re.findall(r">None<|\"None\"|Relation\.|Span\(|\{%(?! raw)", written) == []
