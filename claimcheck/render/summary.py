"""What a report adds up to. Every format takes its numbers and sentences from here."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from claimcheck.datatypes import (
    STRONGEST_FIRST,
    Article,
    Claim,
    Finding,
    Judgement,
    Match,
    Omission,
    Relation,
    Report,
)
from claimcheck.render.independence import independent_origins

FOREIGN = (
    "The rules of comparison read English only. The claims of this article were looked up,"
    " but could hardly be compared."
)
# Of English news every fourth word is one of these, of German and French hardly any; a few words
# tell nothing.
_SMALL_WORDS = frozenset("the of and to that is was for with by from has have said are".split())
_SMALL_SHARE = 0.08
_FEW_WORDS = 30
_CHARS_READ = 4_000
_WORD = re.compile(r"[^\W\d_]+")
SILENT_SHOWN = 10
OMISSIONS_SHOWN = 10
REPEAT = "The same article, command and signature give the same report."
IN_PASSIVE = {
    Relation.CONTRADICTS: "contradicted",
    Relation.DIFFERS: "reported differently",
    Relation.SAME: "reported the same",
    Relation.RELATED: "related",
    Relation.UNRELATED: "unrelated",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims of the article stand where; the last five add up to `claims`.

    `origins` counts the independent origins behind what was found.
    """

    claims: int
    compared: int
    outlets: int
    origins: int
    contradicts: int
    differs: int
    same: int
    related: int
    silent: int


def strongest(finding: Finding) -> Match:
    """Return the first match with the finding's most telling relation, none that was rejected.

    Where a person rejected every one of them, that is the first.
    """
    return min(
        finding.matches,
        key=lambda one: (one.judgement is Judgement.REJECTED, _rank(one.comparison.relation)),
    )


def silent(report: Report) -> tuple[Claim, ...]:
    """Return the claims for which no other outlet says anything comparable."""
    found = {finding.claim for finding in report.findings}
    return tuple(claim for claim in report.claims if claim not in found)


def count(report: Report) -> Counts:
    """Count each claim once, under its strongest relation."""
    seen = Counter(strongest(finding).comparison.relation for finding in report.findings)
    return Counts(
        claims=len(report.claims),
        compared=report.compared,
        outlets=report.outlets,
        origins=independent_origins(report.findings),
        contradicts=seen[Relation.CONTRADICTS],
        differs=seen[Relation.DIFFERS],
        same=seen[Relation.SAME],
        related=seen[Relation.RELATED] + seen[Relation.UNRELATED],
        silent=len(silent(report)),
    )


def sentence(report: Report) -> str:
    """Say in words what was compared, what came out, and from how many independent origins."""
    counts = count(report)
    origins = quantity(counts.origins, "independent origin")
    behind = f" What was found goes back to {origins}." if report.findings else ""
    related = f"{counts.related} only related, " if counts.related else ""
    return (
        f"{quantity(counts.claims, 'claim')} compared with"
        f" {quantity(counts.outlets, 'other outlet')}"
        f" ({quantity(counts.compared, 'pair')} of claims):"
        f" {counts.contradicts} contradicted, {counts.differs} reported differently,"
        f" {counts.same} reported the same, {related}{counts.silent} not found elsewhere."
        f"{behind}{_rejected(report.rejected)}"
    )


def _rejected(number: int) -> str:
    if not number:
        return ""
    return (
        " 1 match that you rejected is left out."
        if number == 1
        else (f" {number} matches that you rejected are left out.")
    )


def advice(report: Report) -> str | None:
    """Say why a report has no findings, or few, and what can be done; None where nothing is."""
    if report.claims and not _is_english(report.article):
        return FOREIGN
    if report.findings:
        return None
    if not report.claims:
        return "No claims were found in this article, so there was nothing to compare."
    if not report.outlets:
        known = "No claims of other outlets came close enough to be compared."
    else:
        known = "No other outlet in the index reports anything comparable."
    return f"{known} Index more outlets that cover the story, then run the report again."


def _is_english(article: Article) -> bool:
    """Tell whether the rules can read an article: by its language, or else by its small words."""
    if article.language:
        return article.language.lower().startswith("en")
    words = _WORD.findall(article.text[:_CHARS_READ].casefold())
    english = sum(word in _SMALL_WORDS for word in words)
    return len(words) < _FEW_WORDS or english >= _SMALL_SHARE * len(words)


def foremost(report: Report, limit: int = 3) -> list[tuple[int, Finding]]:
    """Return the findings that matter most, with their numbers: contradictions, then differences.

    Findings that agree are left out: they need no second look.
    """
    numbered = list(enumerate(report.findings, start=1))
    telling = [pair for pair in numbered if _relation_rank(pair[1]) < _rank(Relation.SAME)]
    return sorted(telling, key=lambda pair: _relation_rank(pair[1]))[:limit]


def tally(finding: Finding) -> str:
    """Count the independent origins behind a finding: reprints of one story count once."""
    seen = Counter(origin.lead.comparison.relation for origin in finding.origins)
    parts = [f"{IN_PASSIVE[kind]} by {seen[kind]}" for kind in STRONGEST_FIRST if seen[kind]]
    origins = quantity(len(finding.origins), "independent origin")
    claims = quantity(len(finding.matches), "matching claim")
    return f"{origins}, {claims}" + (f": {', '.join(parts)}" if len(parts) > 1 else "")


def omission_tally(omission: Omission) -> str:
    """Count the independent origins behind an omission, and the claims, copies included."""
    origins = quantity(len(omission.origins), "independent origin")
    return f"{origins}, {quantity(sum(map(len, omission.origins)), 'claim')}"


def quantity(number: int, noun: str) -> str:
    """Return `1 claim`, `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


def _rank(relation: Relation) -> int:
    return STRONGEST_FIRST.index(relation)


def _relation_rank(finding: Finding) -> int:
    return _rank(strongest(finding).comparison.relation)
