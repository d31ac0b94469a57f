"""How many independent origins stand behind a report."""

from __future__ import annotations

import pytest

from claimcheck.datatypes import (
    Citation,
    Claim,
    Comparison,
    Finding,
    Match,
    Origin,
    Relation,
    Scores,
    Span,
)
from claimcheck.render.independence import independent_origins

OURS = Claim(Citation("", ""), (Span(0, 1),), "x")


def _finding(*origins: str) -> Finding:
    """Return a finding; each letter is an article, each word the articles of one origin."""
    return Finding(OURS, tuple(Origin(tuple(map(_match, origin))) for origin in origins))


def _match(article: str) -> Match:
    evidence = Claim(Citation(article, article), (Span(0, 1),), "x")
    return Match(OURS, evidence, Scores(1.0), Comparison(Relation.SAME, 1.0))


@pytest.mark.parametrize(
    ("findings", "origins"),
    [
        ([], 0),
        ([_finding("a", "b")], 2),
        ([_finding("a"), _finding("a")], 1),
        ([_finding("ab"), _finding("ab", "c")], 2),
        ([_finding("ab"), _finding("a")], 1),
        ([_finding("ab"), _finding("a", "b")], 2),
        ([_finding("ab"), _finding("bc")], 1),
        ([_finding("ab", "ac")], 1),
    ],
    ids=[
        "none",
        "two articles",
        "one article twice",
        "a reprint",
        "a reprint that lacks a claim",
        "one speaker quoted once",
        "a chain of reprints",
        "an article in two origins",
    ],
)
def test_origins_of_a_report(findings: list[Finding], origins: int) -> None:
    """Articles that share an origin wherever both bear on a claim count together."""
    assert independent_origins(findings) == origins
