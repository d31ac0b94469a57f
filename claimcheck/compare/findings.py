"""From matches to findings: what to show, by independent origin, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from claimcheck.compare.origins import Signature, group_origins
from claimcheck.datatypes import (
    STRONGEST_FIRST,
    Difference,
    DifferenceKind,
    Finding,
    Judgement,
    Match,
    Relation,
)
from claimcheck.settings import SAME_SIMILARITY

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


def findings_from(
    matches: Iterable[Sequence[Match]], signatures: Mapping[str, Signature] | None = None
) -> tuple[Finding, ...]:
    """Return a finding for each claim that others report on, most telling first.

    Each sequence holds the matches of one claim; one without anything comparable gives none.
    `signatures` are those of the evidence's articles, by article id, as far as they are known.
    """
    findings = [_finding(found, signatures) for some in matches if (found := telling(some))]
    return tuple(sorted(findings, key=_finding_order))


def telling(matches: Iterable[Match]) -> list[Match]:
    """Return the matches that speak of the same fact; only those are shown."""
    return [match for match in matches if match.comparison.relation in _COMPARABLE]


def _finding(shown: list[Match], signatures: Mapping[str, Signature] | None) -> Finding:
    best = _best_per_article(sorted(shown, key=_match_order))
    # A copy with another figure in it is no copy of a claim that agrees: each relation by itself.
    alike = groupby(best, lambda match: match.comparison.relation)
    origins = [origin for _, group in alike for origin in group_origins(list(group), signatures)]
    return Finding(shown[0].claim, tuple(origins))


def _best_per_article(matches: Iterable[Match]) -> list[Match]:
    """Keep one match for each article and relation: an article says a thing once.

    Beside a sentence that is nearly ours the others of its article say nothing.
    """
    matches = list(matches)
    closest = {name: _closest(group) for name, group in _by_article(matches)}
    best: dict[tuple[str, Relation], Match] = {}
    for match in matches:
        article_id = match.evidence.citation.article_id
        near = closest[article_id]
        is_confirmed = match.judgement is Judgement.CONFIRMED
        if match is near or near.scores.similarity < SAME_SIMILARITY or is_confirmed:
            best.setdefault((article_id, match.comparison.relation), match)
    return list(best.values())


def _by_article(matches: Sequence[Match]) -> Iterable[tuple[str, list[Match]]]:
    groups: dict[str, list[Match]] = {}
    for match in matches:
        groups.setdefault(match.evidence.citation.article_id, []).append(match)
    return groups.items()


def _closest(matches: Sequence[Match]) -> Match:
    return max(matches, key=lambda match: match.scores.similarity)


def _match_order(match: Match) -> tuple[bool, int, bool, int, float]:
    weights = [_weight(one) for one in match.comparison.differences]
    relation = STRONGEST_FIRST.index(match.comparison.relation)
    hardest = min(weights, default=len(_WEIGHT))
    # What a person has rejected makes no finding a contradiction, though it may be shown; among
    # those of one relation, what one has confirmed comes first.
    return (
        match.judgement is Judgement.REJECTED,
        relation,
        match.judgement is not Judgement.CONFIRMED,
        hardest,
        -match.comparison.confidence,
    )


def _weight(difference: Difference) -> int:
    """Return the rank of a difference; a hedge that stands on one side only says little."""
    is_one_sided = difference.in_claim is None or difference.in_evidence is None
    if difference.kind is DifferenceKind.MODALITY and is_one_sided:
        return _WEIGHT[DifferenceKind.ATTRIBUTION] + 1
    return _WEIGHT.get(difference.kind, len(_WEIGHT))


def _finding_order(finding: Finding) -> tuple[bool, int, bool, int, float, int]:
    return (*_match_order(finding.origins[0].lead), finding.claim.span.start)
