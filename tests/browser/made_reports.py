"""Reports made of two sentences, the words in which they differ in square brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.datatypes import (
    Article,
    Claim,
    Comparison,
    Difference,
    DifferenceKind,
    Finding,
    Match,
    Origin,
    Relation,
    Report,
    Scores,
    Span,
)

# Between two pieces of one claim stand other words of the article.
BETWEEN = " | "
_LEFT_OUT = ", so to speak, "


@dataclass(frozen=True, slots=True)
class Side:
    """One claim and the places in its text that are to be marked."""

    claim: Claim
    places: tuple[Span, ...]

    @property
    def words(self) -> list[str]:
        """The words to be marked."""
        return [place.of(self.claim.text) for place in self.places]


def side(written: str, outlet: str, url: str | None = None) -> Side:
    """Read `Some [words] differ | and more`, where ` | ` parts two pieces of a claim."""
    pieces = re.sub(r"[][]", "", written).split(BETWEEN)
    article = Article(outlet, _LEFT_OUT.join(pieces), f"{outlet} reports", url, "2024-05-06")
    spans, start = [], 0
    for piece in pieces:
        spans.append(Span(start, start + len(piece)))
        start += len(piece) + len(_LEFT_OUT)
    return Side(Claim(article.citation, tuple(spans), " ".join(pieces)), _places(written))


def _places(written: str) -> tuple[Span, ...]:
    joined = written.replace(BETWEEN, " ")
    found = re.finditer(r"\[(.*?)\]", joined)
    return tuple(
        Span(one.start() - 2 * number, one.end() - 2 * number - 2)
        for number, one in enumerate(found)
    )


def match(ours: Side, theirs: Side, relation: Relation = Relation.DIFFERS) -> Match:
    """Return the two claims as a match, a difference for each marked place."""
    differences = (
        *(Difference(DifferenceKind.NUMBER, place, None) for place in ours.places),
        *(Difference(DifferenceKind.NUMBER, None, place) for place in theirs.places),
    )
    comparison = Comparison(relation, 0.7, differences, "The figures differ.")
    return Match(ours.claim, theirs.claim, Scores(0.8, 1, 1, 0.03), comparison)


def report(matches: Sequence[Match]) -> Report:
    """Return a report with one finding for each match."""
    article = Article("Coast Daily", "Twelve people were hurt.", "Twelve hurt", None, "2024-05-06")
    return Report(
        article=article,
        claims=tuple(one.claim for one in matches),
        findings=tuple(Finding(one.claim, (Origin((one,)),)) for one in matches),
        outlets=1,
        compared=len(matches),
        signature="seg:1|enc:none|store:exact|k:1|nli:none|v:0.1.0",
    )
