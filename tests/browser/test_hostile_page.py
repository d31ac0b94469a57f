"""Nothing that an article says runs in the browser; a reader sees it as text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hostile_articles import ADDRESSES, ATTACKS, RUN, UNSEEN
from made_reports import match, report, side
from viewing import Heard, Open, View

from claimcheck.render.html import report as page_of

RUNNING = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg/onload={RUN}>",
    f'<input autofocus onfocus="{RUN}">',
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<link rel=stylesheet href=https://evil.example/steal.css>",
)


def _try_everything(opened: View) -> Heard:
    """Open every part, press every button and point at everything, as a curious reader would."""
    page = opened.page
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for button in page.get_by_role("button").all():
        button.click()
    page.evaluate(
        """for (const one of document.querySelectorAll('body *'))
             for (const kind of ['mouseover', 'focus', 'error', 'load', 'toggle'])
               one.dispatchEvent(new Event(kind))"""
    )
    page.wait_for_timeout(300)
    return opened.heard


@pytest.mark.parametrize("attack", RUNNING)
def test_an_attack_is_noticed(attack: str, open_file: Open, tmp_path: Path) -> None:
    """Where a page does let an attack run, these tests would hear of it."""
    page = tmp_path / "open.html"
    page.write_text(f"<!doctype html><title>t</title><p>{attack}</p>", "utf-8")
    opened = open_file(page)
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate("window.ran") or opened.heard.requests


def test_nothing_runs(hostile_page: Path, open_file: Open) -> None:
    """No script of an article, no dialog, no error and no request, whatever a reader presses."""
    opened = open_file(hostile_page)
    assert _try_everything(opened) == Heard()
    assert opened.page.evaluate("window.ran") is None


def test_what_was_written_is_read(hostile_page: Path, open_file: Open) -> None:
    """Every attack stands in the page as text, to the letter."""
    shown = re.sub(r"\s+", " ", open_file(hostile_page).page.text_content("body") or "")
    assert [attack for attack in ATTACKS if f"{attack} on Friday" not in shown] == []


def test_only_the_page_has_elements(hostile_page: Path, open_file: Open) -> None:
    """No element comes from an article, and no attribute that runs."""
    page = open_file(hostile_page).page
    assert page.locator("img, iframe, svg[onload], base, form[action], link, i, b").count() == 0
    names = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames())"
    )
    assert [name for name in names if name.startswith("on")] == []


def test_unseen_characters_are_left_out(hostile_page: Path, open_file: Open) -> None:
    """No override turns a quotation round, no escape sequence waits for a terminal."""
    shown = open_file(hostile_page).page.evaluate("document.documentElement.outerHTML")
    assert set(UNSEEN) - set("[31m") & set(shown) == set()


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_run_are_no_links(address: str, open_file: Open, tmp_path: Path) -> None:
    """A link leads to http or https or it is none; what the address says stays one address."""
    pair = match(side("[Twelve] hurt", "Daily", address), side("[Ten] hurt", "Wire", address))
    path = tmp_path / "page.html"
    path.write_text(page_of(report([pair])), "utf-8")
    opened = open_file(path)
    schemes = opened.page.locator("a").evaluate_all("links => links.map(link => link.protocol)")
    assert set(schemes) <= {"http:", "https:", "file:", "blob:"}
    assert _try_everything(opened) == Heard()
    assert opened.page.evaluate("window.ran") is None


def test_a_hostile_page_is_no_hostile_file(hostile_page: Path) -> None:
    """The file itself holds no control characters and is UTF-8."""
    written = hostile_page.read_bytes().decode("utf-8")
    assert re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f]", written) == []
