"""The one path, beyond single claims: what an article leaves out, and whole articles as origins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.database import Filter
from claimcheck.datatypes import Article, Report
from claimcheck.embed import Encoder
from claimcheck.index import IndexReader
from claimcheck.pipeline import Checker
from claimcheck.segment import SentenceSegmenter

AGROUND = "The ferry Astrid ran aground near Hulm on Tuesday with 212 people on board."
ASHORE = "Rescuers brought all passengers ashore by noon."
STRUCK = "With 212 people on board, the ferry Astrid struck a reef near Hulm on Tuesday."
ON_ROCKS = "The ferry Astrid ran onto rocks near Hulm on Tuesday, 212 people aboard."
BANK = "Near Hulm the ferry Astrid ran onto a bank on Tuesday, carrying some 212 passengers."
CRACKS = "Inspectors found cracks in both rudders of the Astrid when she was in dock."
RUDDERS = "Both rudders of the ferry Astrid were cracked, according to a report of the inspectors."
DAY = "2025-03-04"
OURS = Article("Hulm Post", f"{AGROUND} {ASHORE}", published=DAY)
OTHERS = (
    Article(
        "The Meridian",
        f"{STRUCK} By noon rescuers had taken every passenger ashore. {CRACKS}",
        published=DAY,
    ),
    Article(
        "Daily Lantern",
        f"{ON_ROCKS} All of the passengers were ashore by noon, rescuers said. {RUDDERS}",
        published="2025-03-05",
    ),
)


@pytest.fixture
def check(tmp_path: Path, add: Callable[..., Any], encoder: Encoder) -> Callable[..., Report]:
    """Index articles, then report on one."""

    def report(ours: Article, *others: Article, least: float = 0.0, **where: Any) -> Report:
        add(tmp_path, *others)
        checker = Checker(IndexReader.open(tmp_path), encoder, SentenceSegmenter(), 10)
        return checker.check(ours, Filter(**where), least)

    return report


def omitted(report: Report) -> list[list[list[str]]]:
    return [[[claim.text for claim in one] for one in each.origins] for each in report.omissions]


def origins(report: Report) -> list[list[str]]:
    """Return the outlets behind the first finding, by origin."""
    first = report.findings[0].origins
    return [[match.evidence.citation.outlet for match in origin.matches] for origin in first]


def test_a_report_lists_what_the_article_leaves_out(check: Callable[..., Report]) -> None:
    assert omitted(check(OURS, *OTHERS)) == [[[RUDDERS], [CRACKS]]]


def test_an_article_without_a_date_is_of_the_days_of_its_story(
    check: Callable[..., Report],
) -> None:
    undated = Article("Hulm Post", OURS.text)
    assert omitted(check(undated, *OTHERS)) == [[[RUDDERS], [CRACKS]]]


def test_what_was_reported_before_the_story_is_background(check: Callable[..., Report]) -> None:
    earlier = Article("Civic Ledger", RUDDERS, published="2025-02-20")
    assert omitted(check(OURS, *OTHERS, earlier)) == []


def test_outlets_that_the_person_leaves_out_leave_nothing_out(
    check: Callable[..., Report],
) -> None:
    assert omitted(check(OURS, *OTHERS, exclude_outlets=("the meridian",))) == []


def test_claims_that_are_not_shown_still_cover(check: Callable[..., Report]) -> None:
    ours = Article("Hulm Post", f"{OURS.text} {CRACKS}", published=DAY)
    report = check(ours, *OTHERS, least=0.3)
    assert CRACKS not in [claim.text for claim in report.claims]
    assert omitted(report) == []


def test_reports_credited_to_one_agency_are_one_origin(check: Callable[..., Report]) -> None:
    one = Article("The Meridian", f"HULM (Reuters) - {STRUCK}", published=DAY)
    other = Article("Daily Lantern", f"By Reuters\n\n{ON_ROCKS}", published=DAY)
    third = Article("Civic Ledger", BANK, published=DAY)
    assert sorted(map(sorted, origins(check(OURS, one, other, third)))) == [
        ["Civic Ledger"],
        ["Daily Lantern", "The Meridian"],
    ]


def test_claims_of_copied_articles_are_one_origin(check: Callable[..., Report]) -> None:
    lines = [
        f"Witness {n} watched the {n * 3} lamps of the quay go out and counted {n * 7} gulls."
        for n in range(2, 22)
    ]
    one = Article("The Meridian", "\n\n".join([STRUCK, *lines]), published=DAY)
    other = Article("Daily Lantern", "\n\n".join([ON_ROCKS, *lines]), published=DAY)
    third = Article("Civic Ledger", BANK, published=DAY)
    report = check(Article("Hulm Post", AGROUND, published=DAY), one, other, third)
    assert sorted(map(sorted, origins(report))) == [
        ["Civic Ledger"],
        ["Daily Lantern", "The Meridian"],
    ]
