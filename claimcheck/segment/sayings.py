"""Which of an article's attributions a claim falls under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claimcheck.datatypes import Attribution, Claim, ClaimKind, Quoting, Span
from claimcheck.segment.reports import is_showing
from claimcheck.settings import MAX_LEAD_SHARE, MAX_SOURCE_WORDS, MIN_SAID_SHARE

_PRONOUNS: Final = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "who", "which", "that", "this", "one", "q", "a"}
)

# What begins so is a stretch of the sentence around, or a clause.
_OPENING: Final = frozenset(
    "whose who which that what before after while when as if for from with by even again".split()
)
_MARKS: Final = " \t\r\n\"'“”‘’(["
_RELAYING: Final = (
    "quoted", "quotes", "quoting", "cited", "cites", "citing", "reported", "reports", "reporting",
)  # fmt: skip
# How far into what is passed on its source begins: after "that".
_MAX_LINK: Final = len("that ")
_LINKS: Final = frozenset({"and", "but", "also", "yet", "so", "still", "then"})


def attributed(text: str, claim: Claim, attributions: Sequence[Attribution]) -> Claim:
    """Return a claim with its speaker, cue, stance and kind, where somebody says it."""
    found = _holder(text, claim, attributions)
    if found is None or claim.kind is ClaimKind.HEADLINE:
        # A reporting word elsewhere in its sentence makes no claim a reported one.
        is_reported = claim.kind is ClaimKind.REPORTED
        return replace(claim, kind=ClaimKind.STATEMENT) if is_reported else claim
    return replace(
        claim,
        speaker=found.speaker or _named(_words(text, found.source)),
        cue=_words(text, found.cue) or None,
        stance=found.stance,
        kind=ClaimKind.QUOTATION if found.quoting is Quoting.DIRECT else ClaimKind.REPORTED,
    )


def _named(source: str) -> str | None:
    """Return a source that says who it is; a pronoun that wasn't resolved or a clause doesn't."""
    words = source.casefold().split()
    is_named = bool(words) and len(words) <= MAX_SOURCE_WORDS and words[0] not in _OPENING
    return source if is_named and source.casefold() not in _PRONOUNS else None


def _holder(text: str, claim: Claim, attributions: Sequence[Attribution]) -> Attribution | None:
    """Return whose claim it is: who is named first in it, or who last said what it is part of.

    Of "Xi said he hoped for peace, according to CCTV" and of "CCTV quoted Xi as saying" that is
    Xi; cut out of "A said B said C" and without their names, C is B's.
    """
    opening = [
        one
        for one in attributions
        if _opens(text, claim, one) and not _is_shown_in_words(text, one, attributions)
    ]
    relays = [one for one in opening if _is_relay(text, one)]
    opening += [one for one in attributions if any(_relays(relay, one) for relay in relays)]
    named = [one for one in opening if one.cue and _share_told(claim, one) >= MIN_SAID_SHARE]
    if named:
        inner = [one for one in named if not any(_tells_of(one, other) for other in named)]
        return min(inner or named, key=_first_words)
    parts = [one for one in opening if _share_said(claim, one) >= MIN_SAID_SHARE]
    return min(parts, key=lambda one: _length(one.content), default=None)


def _tells_of(one: Attribution, other: Attribution) -> bool:
    """Tell whether what one reports is that the other is said; who is quoted says it himself."""
    return one.quoting is not Quoting.DIRECT and any(
        cue.overlaps(piece) for cue in other.cue for piece in one.content
    )


def _is_shown_in_words(text: str, one: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Tell whether somebody says that something shows it: "the poll shows it fell", he said."""
    return is_showing(_words(text, one.cue)) and any(
        cue.overlaps(piece) for other in attributions for cue in one.cue for piece in other.content
    )


def _is_relay(text: str, attribution: Attribution) -> bool:
    """Tell whether somebody only passes on what others say: "CCTV reported"."""
    return _words(text, attribution.cue[-1:]).casefold().endswith(_RELAYING)


def _relays(relay: Attribution, one: Attribution) -> bool:
    """Tell whether what `relay` reports begins with who says `one`."""
    return bool(one.source) and any(
        0 <= one.source[0].start - piece.start <= _MAX_LINK for piece in relay.content
    )


def _first_words(attribution: Attribution) -> tuple[int, int]:
    """Order by what comes first; after a quotation the last named says it ("reported Xi as")."""
    said_by = [part.start for part in (*attribution.source, *attribution.cue)]
    return min(said_by + [part.start for part in attribution.content]), -min(said_by)


def _share_told(claim: Claim, attribution: Attribution) -> float:
    """Return which part (0 to 1) of what is reported a claim holds; 0 where it lacks the cue.

    What somebody said before the claim begins, or goes on to say in other sentences, counts for
    nothing.
    """
    if not all(any(_holds(span, part) for span in claim.spans) for part in attribution.cue):
        return 0.0
    near = [
        Span(max(piece.start, claim.span.start), piece.end)
        for piece in attribution.content
        if claim.span.overlaps(piece)
    ]
    return _shared(claim, attribution) / _length(near)


def _holds(span: Span, part: Span) -> bool:
    return span.start <= part.start and part.end <= span.end


def _opens(text: str, claim: Claim, attribution: Attribution) -> bool:
    """Tell whether an attribution holds the claim from its start, but for "On Friday," or "Note:".

    "It rejected charges from NATO that it helped" is not NATO's claim, nor is "the senate debated
    the bill, which Lee argued was too broad" Lee's.
    """
    parts = (*attribution.source, *attribution.cue, *attribution.content)
    start, first = claim.span.start, min(part.start for part in parts)
    before = text[start:first].strip(_MARKS)
    is_quoted = attribution.quoting is Quoting.DIRECT
    is_lead = is_quoted or len(before) <= MAX_LEAD_SHARE * _length(claim.spans)
    return not before or (is_lead and before[-1] in ",:") or before.casefold() in _LINKS


def _share_said(claim: Claim, attribution: Attribution) -> float:
    """Return which part (0 to 1) of a claim is what the attribution reports."""
    return _shared(claim, attribution) / _length(claim.spans)


def _shared(claim: Claim, attribution: Attribution) -> int:
    return sum(
        max(0, min(span.end, piece.end) - max(span.start, piece.start))
        for span in claim.spans
        for piece in attribution.content
    )


def _length(spans: Sequence[Span]) -> int:
    return max(1, sum(span.end - span.start for span in spans))


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(" ".join(span.of(text).split()) for span in spans)
