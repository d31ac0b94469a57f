"""A reprint is not corroboration: matches in nearly the same words go back to one origin."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.compare.tokens import content_stems, jaccard, tokenize
from claimcheck.datatypes import Match, Origin
from claimcheck.settings import COPY_OVERLAP, MIN_COPY_WORDS


def group_origins(matches: Sequence[Match]) -> tuple[Origin, ...]:
    """Group matches whose evidence is nearly the same text, keeping their order.

    Each match joins the first group whose lead it copies. Short claims are never grouped: two
    outlets may well find the same few words on their own.
    """
    groups: list[tuple[set[str], list[Match]]] = []
    for match in matches:
        stems = content_stems(tokenize(match.evidence.text))
        home = next((group for lead, group in groups if _is_copy(stems, lead)), None)
        if home is None:
            groups.append((stems, [match]))
        else:
            home.append(match)
    return tuple(Origin(tuple(group)) for _, group in groups)


def _is_copy(stems: set[str], lead: set[str]) -> bool:
    return min(len(stems), len(lead)) >= MIN_COPY_WORDS and jaccard(stems, lead) >= COPY_OVERLAP
