"""What a person should read first stands first."""

from __future__ import annotations

from claimcheck.compare import findings_from
from claimcheck.datatypes import (
    Citation,
    Claim,
    Comparison,
    Difference,
    DifferenceKind,
    Match,
    Relation,
    Scores,
    Span,
)

HERE, THERE = Span(0, 3), Span(4, 10)


def told(text: str, *differences: Difference) -> Match:
    claims = [
        Claim(Citation(outlet, outlet), (Span(0, len(text)),), text)
        for outlet in ("Herald", "Post")
    ]
    comparison = Comparison(Relation.DIFFERS, 0.7, differences)
    return Match(claims[0], claims[1], Scores(0.7), comparison)


def test_a_hedge_on_one_side_only_comes_after_another_source() -> None:
    hedged = told("The bridge may close.", Difference(DifferenceKind.MODALITY, None, THERE))
    weaker = told("The bridge might shut.", Difference(DifferenceKind.MODALITY, HERE, THERE))
    sourced = told("The bridge is shut.", Difference(DifferenceKind.ATTRIBUTION, None, THERE))
    found = findings_from([[hedged], [sourced], [weaker]])
    assert [one.claim for one in found] == [weaker.claim, sourced.claim, hedged.claim]
