"""What a reader does with the page: decide, export, filter, walk with the keyboard."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from playwright.sync_api import Page
from viewing import Open

from claimcheck.cli import main

HERE = "China has never condemned Russia's actions in Ukraine."
THERE = (
    "Beijing has repeatedly condemned Russia’s actions in Ukraine, most plainly when Moscow hinted"
    " at the use of nuclear weapons."
)


def _exported(page: Page) -> dict[str, Any]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export").click()
    exported: dict[str, Any] = json.loads(waiting.value.path().read_text("utf-8"))
    return exported


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{name}")).first.click()


def test_decisions_are_exported(sample_page: Path, open_file: Open) -> None:
    """What is confirmed and noted comes into the file, with all that tells which pair it is."""
    page = open_file(sample_page).page
    _press(page, "Confirm: The Meridian")
    page.get_by_label(re.compile("^Note: The Meridian")).first.fill("see “p. 3” 😀")
    page.get_by_label(re.compile("^Note: The Meridian")).first.blur()
    exported = _exported(page)
    (row,) = exported["decisions"]
    first = page.locator("[data-match]").first.get_attribute("data-match")
    assert (exported["schema"], exported["kind"]) == (1, "claimcheck-decisions")
    assert (row["match"], row["judgement"], row["note"]) == (first, "confirmed", "see “p. 3” 😀")
    assert (row["claim"]["outlet"], row["claim"]["text"]) == ("Eastern Dispatch", HERE)
    assert (row["evidence"]["outlet"], row["evidence"]["text"]) == ("The Meridian", THERE)
    assert row["relation"] == "contradicts"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", row["decided"])


def test_a_decision_can_be_changed_and_taken_back(sample_page: Path, open_file: Open) -> None:
    """The last press counts; a second one on the same button withdraws it."""
    page = open_file(sample_page).page
    _press(page, "Confirm: The Meridian")
    _press(page, "Reject: The Meridian")
    assert [row["judgement"] for row in _exported(page)["decisions"]] == ["rejected"]
    _press(page, "Reject: The Meridian")
    assert [row["judgement"] for row in _exported(page)["decisions"]] == [None]


def test_what_is_exported_can_be_imported(
    sample_page: Path, sample_index: Path, open_file: Open, tmp_path: Path
) -> None:
    """`claimcheck review --import` takes the file as the page writes it."""
    page = open_file(sample_page).page
    _press(page, "Confirm: The Meridian")
    exported = tmp_path / "decisions.json"
    exported.write_text(json.dumps(_exported(page)), "utf-8")
    arguments = ["review", "--import", str(exported), "--index", str(sample_index)]
    outcome = CliRunner().invoke(main, arguments)
    assert (outcome.exit_code, outcome.output[:2]) == (0, "1 ")


def test_a_pressed_button_says_so(sample_page: Path, open_file: Open) -> None:
    """Only the pressed button of the pair is told as pressed."""
    page = open_file(sample_page).page
    _press(page, "Reject: The Meridian")
    pressed = page.get_by_role("button", pressed=True).all()
    assert [one.get_attribute("aria-label") for one in pressed] == ["Reject: The Meridian"]


def test_decisions_outlast_the_window(sample_page: Path, open_file: Open) -> None:
    """Opened again, the page still has them."""
    page = open_file(sample_page).page
    _press(page, "Confirm: The Meridian")
    page.reload()
    assert [row["judgement"] for row in _exported(page)["decisions"]] == ["confirmed"]


def test_the_filters_leave_what_fits(sample_page: Path, open_file: Open) -> None:
    """By relation and by outlet; a link to a hidden claim shows it again."""
    page = open_file(sample_page).page
    page.get_by_label("Relation", exact=True).select_option("contradicts")
    assert page.locator(".finding:visible").evaluate_all("all => all.map(one => one.id)") == ["c1"]
    page.get_by_label("Outlet", exact=True).select_option("Coastal Tribune")
    assert page.locator(".finding:visible").count() == 0
    page.get_by_role("link", name="Claim 2", exact=True).first.click()
    assert page.locator("#c2").is_visible()


def test_the_first_tab_skips_to_the_content(sample_page: Path, open_file: Open) -> None:
    """The skip link is first, seen when it is reached, and leads somewhere."""
    page = open_file(sample_page).page
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert (focused.text_content() or "").startswith("Skip to")
    assert focused.is_visible()
    assert page.locator(focused.get_attribute("href") or "nowhere").count() == 1


def test_the_keyboard_reaches_all_that_can_be_pressed(sample_page: Path, open_file: Open) -> None:
    """Tab alone comes to every button, field, link and fold that is shown."""
    page = open_file(sample_page).page
    wanted = page.locator("a[href], button, input, select, summary").locator("visible=true").count()
    reached = 0
    for _ in range(2 * wanted):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        reached += page.evaluate(
            "document.activeElement.matches('a, button, input, select, summary')"
        )
    assert reached == wanted


def test_open_all_opens_and_fold_all_folds(sample_page: Path, open_file: Open) -> None:
    """Both act on every part."""
    page = open_file(sample_page).page
    folded = page.locator("details:not([open])")
    page.get_by_role("button", name="Open all").click()
    assert folded.count() == 0
    page.get_by_role("button", name="Fold all").click()
    assert folded.count() == page.locator("details").count()
