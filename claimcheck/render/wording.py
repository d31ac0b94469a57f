"""The words for the parts of a match, already cleaned. Terminal, Markdown and CSV share them."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable

from claimcheck.datatypes import (
    Bearing,
    Citation,
    Claim,
    ClaimKind,
    Comparison,
    Difference,
    DifferenceKind,
    Finding,
    Match,
    NliScores,
    Omission,
    Relation,
    Span,
)
from claimcheck.render.sanitise import clean, clean_url, tidy
from claimcheck.render.summary import quantity, strongest

Piece = tuple[str, bool]

VERBS = {
    Relation.CONTRADICTS: "contradicts",
    Relation.DIFFERS: "reports differently",
    Relation.SAME: "reports the same",
    Relation.RELATED: "is related",
    Relation.UNRELATED: "is unrelated",
}


def dateline(citation: Citation) -> str:
    """Return `Outlet, 2024-05-06`; empty for words that come from no article."""
    outlet = tidy(citation.outlet)
    day = tidy(citation.day)
    if not outlet:
        return day
    return f"{outlet}, {day or 'undated'}"


def place(claim: Claim) -> str:
    """Return where the claim stands in its article, e.g. `[26:95]`."""
    return "[" + ", ".join(f"{span.start}:{span.end}" for span in claim.spans) + "]"


def voice(claim: Claim) -> str:
    """Return how the article makes the claim, and in whose name; empty for a plain statement."""
    kind = "" if claim.kind is ClaimKind.STATEMENT else claim.kind.value
    return ", ".join(part for part in (kind, tidy(claim.speaker)) if part)


def reading(claim: Claim) -> str:
    """Return the self-contained reading; empty where it adds nothing."""
    return clean(claim.reading) if claim.reading and claim.reading != claim.text else ""


def difference(item: Difference, match: Match) -> str:
    """Return e.g. `number, update: “twelve” (12) here, later “15” there`."""
    label = f"{item.kind}, {item.bearing}" if item.bearing else item.kind.value
    here = _valued(words(item.in_claim, match.claim), item.claim_value, item.kind)
    there = _valued(words(item.in_evidence, match.evidence), item.evidence_value, item.kind)
    if here and there:
        order = _order(match) if item.bearing is Bearing.UPDATE else ""
        return f"{label}: {here} here, {order}{there} there"
    if here or there:
        return f"{label}: {here or there} only {'here' if here else 'there'}"
    return label


def _valued(quoted: str, value: str | None, kind: DifferenceKind) -> str:
    """Return words in quotation marks, with what they come to where they don't say it.

    Figures speak for themselves; words ("twelve") and days ("Tuesday", "May 7") do not.
    """
    said, known = tidy(quoted), tidy(value)
    if not said:
        return ""
    has_figures = kind is not DifferenceKind.TIME and any(map(str.isdigit, said))
    is_said = has_figures or known.casefold() in said.casefold()
    return f"“{said}”" if is_said else f"“{said}” ({known})"


def _order(match: Match) -> str:
    """Tell whether the evidence is `later ` or `earlier ` than the claim; empty if not known."""
    ours, theirs = match.claim.citation.day, match.evidence.citation.day
    if not ours or not theirs or ours == theirs:
        return ""
    return "later " if theirs > ours else "earlier "


def words(span: Span | None, claim: Claim) -> str:
    """Return the claim's exact words under `span`; empty when there is none."""
    return span.of(claim.text) if span else ""


def differences(match: Match) -> list[str]:
    """Return one phrase for each difference."""
    return [difference(item, match) for item in match.comparison.differences]


def gist(finding: Finding) -> str:
    """Say in one line who stands against which claim, and in what."""
    match = strongest(finding)
    outlet = tidy(match.evidence.citation.outlet) or "Another text"
    quote = textwrap.shorten(clean(finding.claim.text), 90, placeholder=" …")
    detail = f" – {differences(match)[0]}" if match.comparison.differences else ""
    return f"{outlet} {VERBS[match.comparison.relation]}: “{quote}”{detail}"


def omission_gist(omission: Omission) -> str:
    """Say in one line what the article leaves out and how widely it is reported."""
    lead = omission.lead
    outlet = tidy(lead.citation.outlet) or "Another text"
    quote = textwrap.shorten(clean(lead.text), 90, placeholder=" …")
    others = quantity(len(omission.origins) - 1, "other independent origin")
    return f"{outlet} and {others} report: “{quote}”"


def decision(match: Match) -> str:
    """Return e.g. `confirmed by you on 2024-05-08: figures of Monday`; empty without a decision."""
    made = match.decision
    if made is None or not (made.judgement or tidy(made.note)):
        return ""
    day = f" on {tidy(made.decided)[:10]}" if made.decided else ""
    note = f": {tidy(made.note)}" if tidy(made.note) else ""
    return f"{made.judgement or 'noted'} by you{day}{note}"


def pieces(text: str, spans: Iterable[Span | None]) -> list[Piece]:
    """Cut `text` into pieces, each with whether it lies under one of the spans."""
    cut: list[Piece] = []
    at = 0
    for span in _merged(text, spans):
        cut += [(clean(text[at : span.start]), False), (clean(span.of(text)), True)]
        at = span.end
    return [piece for piece in [*cut, (clean(text[at:]), False)] if piece[0]]


def _merged(text: str, spans: Iterable[Span | None]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(_trimmed(text, span) for span in spans if span):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif span.start < span.end:
            merged.append(span)
    return merged


def _trimmed(text: str, span: Span) -> Span:
    marked = span.of(text)
    start = span.start + len(marked) - len(marked.lstrip())
    return Span(start, start + len(marked.strip()))


def scores(match: Match) -> str:
    """Return how each stage rated the match."""
    rated = match.scores
    parts = (
        ("similarity", _decimal(rated.similarity)),
        ("vector rank", _whole(rated.vector_rank)),
        ("lexical rank", _whole(rated.lexical_rank)),
        ("confidence", _decimal(match.comparison.confidence)),
    )
    return ", ".join(f"{name} {value}" for name, value in parts if value)


def nli(comparison: Comparison) -> list[str]:
    """Return the model's probabilities, one phrase for each direction that was read."""
    directions = (("there to here", comparison.forward), ("here to there", comparison.backward))
    return [f"NLI {name}: {_probabilities(rated)}" for name, rated in directions if rated]


def copies(matches: Iterable[Match]) -> str:
    """List copies of one story: `Evening Echo (2024-05-06, https://…), …`."""
    return reprints(match.evidence for match in matches)


def reprints(claims: Iterable[Claim]) -> str:
    """List the articles that make the same claim in the same words, as `copies` does."""
    return ", ".join(_copy(claim.citation) for claim in claims)


def _copy(citation: Citation) -> str:
    parts = (tidy(citation.day) or "undated", clean_url(citation.url))
    return f"{tidy(citation.outlet)} ({', '.join(part for part in parts if part)})"


def _probabilities(rated: NliScores) -> str:
    return (
        f"entailment {_decimal(rated.entailment)}, neutral {_decimal(rated.neutral)},"
        f" contradiction {_decimal(rated.contradiction)}"
    )


def _decimal(value: float) -> str:
    return f"{value:.2f}" if math.isfinite(value) else ""


def _whole(value: int | None) -> str:
    return "" if value is None else str(value)
