"""Differences in words, each side's words apart so that a page can keep their direction."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.datatypes import Bearing, Difference, Match
from claimcheck.render import wording
from claimcheck.render.sanitise import tidy


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one side, and what they come to where they do not say it."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `number, update`, the words of each side, None where it has none.

    `order` tells of an update whether the other side is `later` or `earlier`; `step` is then
    `12 → 15`. Both are empty where no order is known.
    """

    label: str
    here: Words | None
    there: Words | None
    order: str = ""
    step: str = ""


def changes(match: Match) -> list[Change]:
    """Return every difference of a match."""
    return [_change(item, match) for item in match.comparison.differences]


def _change(item: Difference, match: Match) -> Change:
    label = f"{item.kind}, {item.bearing}" if item.bearing else item.kind.value
    here = _words(wording.words(item.in_claim, match.claim), item.claim_value)
    there = _words(wording.words(item.in_evidence, match.evidence), item.evidence_value)
    order = _order(match) if item.bearing is Bearing.UPDATE else ""
    if not here or not there or not order:
        return Change(label, here, there)
    told = [tidy(item.claim_value) or here.text, tidy(item.evidence_value) or there.text]
    first, second = told if order == "later" else reversed(told)
    return Change(label, here, there, order, f"{first} → {second}")


def _words(quoted: str, value: str | None) -> Words | None:
    text, known = tidy(quoted), tidy(value)
    if not text:
        return None
    return Words(text, "" if known.casefold() in text.casefold() else known)


def _order(match: Match) -> str:
    ours, theirs = match.claim.citation.day, match.evidence.citation.day
    if not ours or not theirs or ours == theirs:
        return ""
    return "later" if theirs > ours else "earlier"
