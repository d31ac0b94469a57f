"""What two independent origins report and an article leaves out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from claimcheck.compare.omissions import Told, left_out, sister_candidates, story_day
from claimcheck.compare.omissions.coverage import (
    Coverage,
    is_dated_back,
    is_of_the_newsroom,
)
from claimcheck.compare.omissions.statements import Weights, statements
from claimcheck.compare.origins import sign
from claimcheck.datatypes import Article, Citation, Claim, Comparison, Match, Relation, Scores, Span
from claimcheck.embed import Encoder
from claimcheck.segment import SentenceSegmenter
from claimcheck.settings import COVERED_SIMILARITY

DAY = "2025-03-04"
OURS = Article(
    "Hulm Post",
    "The ferry Astrid ran aground near Hulm on Tuesday with 212 people on board. "
    "Rescuers brought all passengers ashore by noon. "
    "The coast guard towed the ship to the harbour of Hulm in the evening.",
    url="https://hulmpost.example/1",
    published=DAY,
)
MERIDIAN = (
    "The Meridian",
    "With 212 people on board, the ferry Astrid struck a reef near Hulm on Tuesday.",
    "By noon rescuers had taken every passenger ashore.",
)
LANTERN = (
    "Daily Lantern",
    "The ferry Astrid ran onto rocks near Hulm on Tuesday, 212 people aboard.",
    "All of the passengers were ashore by noon, rescuers said.",
)
CRACKS = "Inspectors found cracks in both rudders of the Astrid when she was in dock."
RUDDERS = "Both rudders of the ferry Astrid were cracked, according to a report of the inspectors."
CRACKED = "Inspectors wrote that the Astrid, a ferry, had cracks in both of her rudders."

# Each omission by origin: outlet and words of each claim.
LeftOut = Callable[..., list[list[list[tuple[str, str]]]]]


def article(outlet: str, *sentences: str, published: str | None = DAY, url: str = "") -> Article:
    return Article(outlet, " ".join(sentences), url=url or None, published=published)


@pytest.fixture
def omitted(encoder: Encoder) -> LeftOut:
    """Return what other articles report and ours leaves out."""

    def told(*articles: Article) -> Told:
        claims = [claim for one in articles for claim in SentenceSegmenter().segment(one)]
        return Told(claims, encoder.encode([claim.text for claim in claims]))

    def run(*others: Article, ours: Article = OURS, least: float = 0.0) -> Any:
        signatures = {one.id: sign(one.text) for one in others}
        found = left_out(ours, told(ours), told(*others), signatures, least)
        return [
            [
                [(claim.citation.outlet, claim.text) for claim in one]
                for one in each.omission.origins
            ]
            for each in found
        ]

    return run


def test_what_two_report_and_ours_does_not_is_left_out(omitted: LeftOut) -> None:
    found = omitted(article(*MERIDIAN, CRACKS), article(*LANTERN, RUDDERS))
    assert found == [[[("Daily Lantern", RUDDERS)], [("The Meridian", CRACKS)]]]


def test_what_only_one_reports_is_not(omitted: LeftOut) -> None:
    assert omitted(article(*MERIDIAN, CRACKS), article(*LANTERN)) == []


def test_reprinted_words_are_one_origin(omitted: LeftOut) -> None:
    assert omitted(article(*MERIDIAN, CRACKS), article(*LANTERN, CRACKS)) == []


def test_two_articles_of_one_site_are_one_origin(omitted: LeftOut) -> None:
    one = article(*MERIDIAN, CRACKS, url="https://www.meridian.example/a")
    other = article(*LANTERN, RUDDERS, url="https://opinion.meridian.example/b")
    assert omitted(one, other) == []


def test_what_the_own_publisher_reports_does_not_count(omitted: LeftOut) -> None:
    own = article("Hulm Post Sunday", *LANTERN[1:], RUDDERS, url="https://hulmpost.example/2")
    assert omitted(article(*MERIDIAN, CRACKS), own) == []


@pytest.mark.parametrize(
    "said",
    [
        "There were cracks in both of her rudders, as inspectors found in dock.",
        "In dock the inspectors found something. It was cracks in both rudders of the Astrid.",
    ],
)
def test_what_ours_says_in_other_words_is_covered(omitted: LeftOut, said: str) -> None:
    ours = article(OURS.outlet, OURS.text, said)
    assert omitted(article(*MERIDIAN, CRACKS), article(*LANTERN, RUDDERS), ours=ours) == []


def test_articles_of_another_story_are_not_read(omitted: LeftOut) -> None:
    others = [
        article(outlet, "Parliament debated a bill on fishing quotas.", crack)
        for outlet, crack in (("The Meridian", CRACKS), ("Daily Lantern", RUDDERS))
    ]
    assert omitted(*others) == []


def claim(text: str) -> Claim:
    return Claim(Citation("a", "Outlet", published=DAY), (Span(0, len(text)),), text)


IDLE = "It was up to them to do what they could not do with Zephyr pumps."


@pytest.mark.parametrize(
    ("theirs", "said", "similarity", "covered"),
    [
        (CRACKS, "Something else.", COVERED_SIMILARITY, True),
        (CRACKS, "Something else.", COVERED_SIMILARITY - 0.01, False),
        (CRACKS, "In dock inspectors found something. It was cracks in its hull.", 0.5, True),
        (CRACKS, "It was in dock then. Inspectors came to it. Cracks were then found.", 0.5, False),
        (CRACKS, "Inspectors found nothing.", 0.5, False),
        (IDLE, "It was up to them to do what they could not do.", 0.5, True),
        (IDLE, "They could not do it, but it was up to them.", 0.5, False),
    ],
)
def test_what_covers_a_claim(theirs: str, said: str, similarity: float, covered: bool) -> None:
    """A close claim, two claims together, or the same words in a row."""
    ours = Article("Hulm Post", said)
    claims = SentenceSegmenter().segment(ours)
    weights = Weights.of(statements([claim(theirs), *claims, claim("Other words stand here.")]))
    similarities = np.full(len(claims), similarity, np.float32)
    coverage = Coverage(ours, claims, weights)
    assert coverage.covers(statements([claim(theirs)])[0], similarities) == covered


def test_what_is_background() -> None:
    texts = [
        "The owner of the ferry did not immediately respond to a message.",
        "The inspectors declined to comment.",
        "In 2019 the ferry Astrid lost an anchor off Sund.",
        "The ferry lost an anchor off Sund on Monday.",
        "The ferry lost an anchor in 2019 and another on Monday.",
    ]
    found = [(is_of_the_newsroom(claim(text)), is_dated_back(claim(text))) for text in texts]
    assert found == [(True, False), (True, False), (False, True), (False, False), (False, False)]


def test_one_thing_is_listed_once(omitted: LeftOut) -> None:
    tugs = "Two tugs from Sund had to pull the ship off the reef."
    others = (
        "Two strong tugs that came over from Sund pulled the ferry Astrid off the reef at noon."
    )
    found = omitted(article(*MERIDIAN, tugs), article(*LANTERN, others))
    assert [{text for one in origins for _, text in one} for origins in found] == [{tugs, others}]


def test_the_more_origins_the_earlier(omitted: LeftOut) -> None:
    found = omitted(
        article(*MERIDIAN, "Two tugs from Sund had to pull the ship off the reef.", CRACKS),
        article(*LANTERN, "It took two tugs that came from Sund to pull her off.", RUDDERS),
        article("Civic Ledger", *LANTERN[1:], CRACKED),
    )
    assert [len(origins) for origins in found] == [3, 2]


def test_the_least_worth_of_a_claim(omitted: LeftOut) -> None:
    others = article(*MERIDIAN, CRACKS), article(*LANTERN, RUDDERS)
    assert omitted(*others, least=1.0) == []


def match(article_id: str, published: str | None, similarity: float) -> Match:
    told = Claim(Citation(article_id, "Outlet", published=published), (), "")
    return Match(told, told, Scores(similarity), Comparison(Relation.RELATED, 0.5))


def test_candidates_are_of_the_days_around_and_closest_first() -> None:
    found = [
        match("early", "2025-03-02", 0.9),
        match("near", "2025-03-03", 0.6),
        match("nearer", "2025-03-05T10:00:00", 0.55),
        match("nearer", "2025-03-05T10:00:00", 0.58),
        match("late", "2025-03-06", 0.9),
        match("undated", None, 0.9),
    ]
    day = story_day(OURS, found)
    assert day is not None
    assert sister_candidates(day, found) == ["nearer", "near"]


def test_an_undated_article_is_of_the_day_of_most_close_claims() -> None:
    found = [
        match("a", "2025-03-03", 0.6),
        match("b", "2025-03-05", 0.7),
        match("c", "2025-03-05", 0.7),
        *[match("d", "2025-03-09", 0.2)] * 3,
    ]
    assert str(story_day(Article("Hulm Post", "A."), found)) == "2025-03-05"
    assert story_day(Article("Hulm Post", "A."), []) is None
