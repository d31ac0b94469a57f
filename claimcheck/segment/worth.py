"""How much claims are worth checking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.annotate.checkworthiness import checkworthiness
from claimcheck.datatypes import Claim


def rated(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with their check-worthiness, read from their words in the article."""
    scores = checkworthiness([claim.text for claim in claims])
    return [
        replace(claim, checkworthiness=score) for claim, score in zip(claims, scores, strict=True)
    ]


def is_worth_checking(claim: Claim, least: float) -> bool:
    """Tell whether a claim's check-worthiness is at least `least`; one not rated passes."""
    return claim.checkworthiness is None or claim.checkworthiness >= least


def worth_checking(claims: Sequence[Claim], least: float) -> list[Claim]:
    """Return the claims whose check-worthiness is at least `least`; those not rated stay."""
    return [claim for claim in claims if is_worth_checking(claim, least)]
