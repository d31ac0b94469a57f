"""Claims by independent origin: what one text, agency, speaker or publisher says counts once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.annotate.numerals import numerals
from claimcheck.compare.origins.components import connected
from claimcheck.compare.origins.copies import are_near
from claimcheck.compare.origins.credits import agency_named, agency_quoted
from claimcheck.compare.origins.publishers import publisher_names
from claimcheck.compare.origins.signature import Signature, are_copies
from claimcheck.compare.tokens import containment, content_stems, jaccard, tokenize
from claimcheck.datatypes import Claim, Match, Origin
from claimcheck.settings import (
    COPY_OVERLAP,
    COPY_RUN,
    MIN_COPY_WORDS,
    MIN_SAID_WORDS,
    SAID_OVERLAP,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What tells where a claim comes from."""

    claim: Claim
    runs: frozenset[tuple[str, ...]]
    stems: set[str]
    agency: str | None
    publisher: frozenset[str]
    signature: Signature | None


def group_origins(
    matches: Sequence[Match], signatures: Mapping[str, Signature] | None = None
) -> tuple[Origin, ...]:
    """Group matches that go back to one origin, keeping their order."""
    groups = group_claims([match.evidence for match in matches], signatures)
    return tuple(Origin(tuple(matches[place] for place in group)) for group in groups)


def group_claims(
    claims: Sequence[Claim], signatures: Mapping[str, Signature] | None = None
) -> list[list[int]]:
    """Return the places of the claims in groups, one for each origin, in order.

    An origin is a text, an agency, a speaker or a publisher. Claims are connected through others:
    a copy of a copy is one too. `signatures` are those of the articles, by article id, as far as
    they are known. Short claims are never grouped by their words alone: two outlets may well find
    the same few on their own.
    """
    told = [_told(claim, signatures or {}) for claim in claims]
    pairs = (
        (a, b) for a, b in combinations(range(len(told)), 2) if _is_one_origin(told[a], told[b])
    )
    return connected(len(told), pairs)


def _told(claim: Claim, signatures: Mapping[str, Signature]) -> _Told:
    tokens = tokenize(claim.text)
    signature = signatures.get(claim.citation.article_id)
    runs = _runs([token.word for token in tokens])
    return _Told(
        claim,
        runs,
        content_stems(tokens),
        _agency(claim, signature),
        publisher_names(claim.citation),
        signature,
    )


def _agency(claim: Claim, signature: Signature | None) -> str | None:
    """Return the agency that a claim comes from; what others say in its reports is theirs."""
    said = agency_named(claim.speaker) or agency_quoted(claim.text)
    if said or claim.speaker:
        return said
    return agency_named(claim.citation.outlet) or (signature.agency if signature else None)


def _is_one_origin(one: _Told, other: _Told) -> bool:
    if one.agency and one.agency == other.agency:
        return True
    if one.publisher & other.publisher:
        return True
    return _is_of_copies(one, other) or _is_copy(one, other) or _is_said_once(one, other)


def _is_of_copies(one: _Told, other: _Told) -> bool:
    """Tell whether the two articles are copies of one text; those of other weeks are none."""
    if not one.signature or not other.signature:
        return False
    near = are_near(one.claim.citation.date, other.claim.citation.date)
    return near and are_copies(one.signature, other.signature)


def _is_copy(one: _Told, other: _Told) -> bool:
    if min(len(one.stems), len(other.stems)) < MIN_COPY_WORDS:
        return False
    alike = jaccard(one.stems, other.stems) >= COPY_OVERLAP or bool(one.runs & other.runs)
    return alike and _figures_agree(one, other)


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + COPY_RUN]) for at in range(len(words) - COPY_RUN + 1))


def _is_said_once(one: _Told, other: _Told) -> bool:
    """Tell whether one speaker says much the same in both; nameless ones may be several."""
    mine, theirs = _name(one.claim.speaker), _name(other.claim.speaker)
    if not mine or not theirs or not (mine <= theirs or theirs <= mine):
        return False
    enough = min(len(one.stems), len(other.stems)) >= MIN_SAID_WORDS
    return (
        enough
        and containment(one.stems, other.stems) >= SAID_OVERLAP
        and _figures_agree(one, other)
    )


def _name(speaker: str | None) -> set[str]:
    """Return the words of a name; "officials" and "a spokesman" are none."""
    tokens = tokenize(speaker or "")
    return {token.stem for token in tokens if token.is_capitalised and token.is_content}


def _figures_agree(one: _Told, other: _Told) -> bool:
    """Tell whether no figure of either contradicts the other: a cut sentence may lack some."""
    mine, theirs = ({found.value for found in numerals(t.claim.text)} for t in (one, other))
    return mine <= theirs or theirs <= mine
