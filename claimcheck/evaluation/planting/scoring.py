"""What a report on an article and its edited copy says about each edit and each other sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.datatypes import (
    Claim,
    Difference,
    DifferenceKind,
    Finding,
    Match,
    Relation,
    Report,
    Span,
)
from claimcheck.evaluation.planting.edits import EditedCopy, Planted

_NO_SUBSTANCE: Final = frozenset((DifferenceKind.WORDING, DifferenceKind.ADDED))
_DIFFERENT: Final = frozenset((Relation.DIFFERS, Relation.CONTRADICTS))


@dataclass(frozen=True, slots=True)
class Outcome:
    """An edit, its sentence before and after, and what was reported of it.

    `matches` are all that the report says of the edited sentence, `telling` those differences with
    its counterpart that point to the edited words. `is_told_apart` tells that a claim with the
    edited words is reported as different, and not as the same in other words.
    """

    planted: Planted
    before: str
    after: str
    matches: tuple[Match, ...]
    telling: tuple[Difference, ...]
    is_told_apart: bool

    @property
    def is_found(self) -> bool:
        """Tell whether a difference in the edited words is reported."""
        return bool(self.telling)

    @property
    def is_right(self) -> bool:
        """Tell whether one of an accepted kind is."""
        return any(one.kind in self.planted.edit.accepted for one in self.telling)


@dataclass(frozen=True, slots=True)
class Untouched:
    """A claim without any edit: what the report says of its own copy, and what it says first."""

    claim: Claim
    own: Match | None
    first: Match | None

    @property
    def is_not_same(self) -> bool:
        """Tell whether its own copy is not reported as the same."""
        return self.own is None or self.own.comparison.relation is not Relation.SAME

    @property
    def is_different(self) -> bool:
        """Tell whether its own copy is reported as different in substance."""
        return self.own is not None and differs_in_substance(self.own)

    @property
    def is_shown_different(self) -> bool:
        """Tell whether the first that is reported of it is a difference in substance."""
        return self.first is not None and differs_in_substance(self.first)


def differs_in_substance(match: Match) -> bool:
    """Tell whether a match contradicts or differs by more than other words and added ones."""
    kinds = {one.kind for one in match.comparison.differences}
    return match.comparison.relation in _DIFFERENT and not kinds <= _NO_SUBSTANCE


def outcomes(report: Report, copied: EditedCopy) -> list[Outcome]:
    """Return what `report`, on the original against the copy, says of each edit."""
    return [_outcome(report.findings, copied, planted) for planted in copied.planted]


def untouched(report: Report, copied: EditedCopy) -> list[Untouched]:
    """Return what `report` says of the claims that no edit touches."""
    edited = [one.edit.sentence for one in copied.planted]
    found = {finding.claim.spans: finding for finding in report.findings}
    return [
        _untouched(claim, found.get(claim.spans))
        for claim in report.claims
        if not any(claim.span.overlaps(sentence) for sentence in edited)
    ]


def _untouched(claim: Claim, finding: Finding | None) -> Untouched:
    matches = finding.matches if finding else ()
    own = next((one for one in matches if one.evidence.text == claim.text), None)
    return Untouched(claim, own, matches[0] if matches else None)


def _outcome(findings: Sequence[Finding], copied: EditedCopy, planted: Planted) -> Outcome:
    matches = [
        match
        for finding in findings
        if finding.claim.span.overlaps(planted.edit.sentence)
        for match in finding.matches
    ]
    own = [one for one in matches if one.evidence.span.overlaps(planted.sentence)]
    telling = [
        (match, one)
        for match in own
        for one in match.comparison.differences
        if _is_about(one, match, planted)
    ]
    told_apart = any(match.comparison.relation in _DIFFERENT for match, _ in telling)
    differences = tuple(one for _, one in telling)
    before = planted.edit.sentence.of(copied.original.text)
    after = planted.sentence.of(copied.copy.text)
    return Outcome(planted, before, after, tuple(matches), differences, told_apart)


def _is_about(one: Difference, match: Match, planted: Planted) -> bool:
    """Tell whether a difference has edited words on one side at least."""
    return _touches(match.claim, one.in_claim, planted.edit.change.place) or _touches(
        match.evidence, one.in_evidence, planted.place
    )


def _touches(claim: Claim, words: Span | None, place: Span) -> bool:
    return words is not None and any(one.overlaps(place) for one in _places(claim, words))


def _places(claim: Claim, words: Span) -> list[Span]:
    """Return where a stretch of a claim's text stands in its article."""
    places, offset = [], 0
    for piece in claim.spans:
        start = max(words.start - offset, 0)
        end = min(words.end - offset, piece.end - piece.start)
        if start < end:
            places.append(Span(piece.start + start, piece.start + end))
        offset += piece.end - piece.start + 1
    return places
