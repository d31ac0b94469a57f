"""From matches to findings: what to show, by independent origin, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from claimcheck.compare.origins import group_origins
from claimcheck.datatypes import STRONGEST_FIRST, DifferenceKind, Finding, Match, Relation

# Among claims told differently, a hard detail comes before a soft one, and an omission last.
_WEIGHT = {
    DifferenceKind.NEGATION: 0,
    DifferenceKind.NUMBER: 0,
    DifferenceKind.ENTITY: 0,
    DifferenceKind.TIME: 0,
    DifferenceKind.PRECISION: 1,
    DifferenceKind.MODALITY: 1,
    DifferenceKind.ATTRIBUTION: 2,
}
_COMPARABLE = (Relation.CONTRADICTS, Relation.DIFFERS, Relation.SAME)


def findings_from(matches: Iterable[Sequence[Match]]) -> tuple[Finding, ...]:
    """Return a finding for each claim that others report on, most telling first.

    Each sequence holds the matches of one claim; one without anything comparable gives none.
    """
    telling = (_telling(found) for found in matches)
    findings = [_finding(found) for found in telling if found]
    return tuple(sorted(findings, key=_finding_order))


def _telling(matches: Iterable[Match]) -> list[Match]:
    return [match for match in matches if match.comparison.relation in _COMPARABLE]


def _finding(telling: list[Match]) -> Finding:
    best = _best_per_article(sorted(telling, key=_match_order))
    # A copy with another figure in it is no copy of a claim that agrees: each relation by itself.
    alike = groupby(best, lambda match: match.comparison.relation)
    origins = [origin for _, group in alike for origin in group_origins(list(group))]
    return Finding(telling[0].claim, tuple(origins))


def _best_per_article(matches: Iterable[Match]) -> list[Match]:
    """Keep one match for each article and relation: an article says a thing once."""
    best: dict[tuple[str, Relation], Match] = {}
    for match in matches:
        key = (match.evidence.citation.article_id, match.comparison.relation)
        best.setdefault(key, match)
    return list(best.values())


def _match_order(match: Match) -> tuple[int, int, float]:
    weights = [_WEIGHT.get(one.kind, len(_WEIGHT)) for one in match.comparison.differences]
    relation = STRONGEST_FIRST.index(match.comparison.relation)
    return relation, min(weights, default=len(_WEIGHT)), -match.comparison.confidence


def _finding_order(finding: Finding) -> tuple[int, int, float, int]:
    return (*_match_order(finding.origins[0].lead), finding.claim.span.start)
