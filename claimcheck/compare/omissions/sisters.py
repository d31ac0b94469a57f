"""Which articles of other outlets tell the same story as ours."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable

import numpy as np

from claimcheck.compare.omissions.statements import Told, Vectors
from claimcheck.compare.origins import publisher_names
from claimcheck.datatypes import Article, Candidate, Match
from claimcheck.settings import (
    MAX_SISTER_CANDIDATES,
    RELATED_SIMILARITY,
    SISTER_CLOSENESS,
    SISTER_DAYS,
    SISTER_FACTS,
)


def story_day(article: Article, matches: Iterable[Match | Candidate]) -> datetime.date | None:
    """Return the day of the article; of an undated one, that of most claims close to its own."""
    if article.citation.date:
        return article.citation.date
    days: Counter[datetime.date] = Counter()
    for match in matches:
        if (day := match.evidence.citation.date) and match.scores.similarity >= RELATED_SIMILARITY:
            days[day] += 1
    return max(days, key=lambda day: (days[day], day), default=None)


def sister_candidates(day: datetime.date, matches: Iterable[Match]) -> list[str]:
    """Return the ids of the articles of those days whose claims come closest, closest first."""
    closeness: dict[str, float] = {}
    for match in matches:
        cited = match.evidence.citation
        if cited.date and abs(cited.date - day) <= datetime.timedelta(days=SISTER_DAYS):
            close = max(0.0, match.scores.similarity - RELATED_SIMILARITY)
            closeness[cited.article_id] = closeness.get(cited.article_id, 0.0) + close
    return sorted(closeness, key=lambda name: -closeness[name])[:MAX_SISTER_CANDIDATES]


def of_sisters(article: Article, ours: Told, others: Told) -> Told:
    """Return the claims of those articles of other publishers that tell our story."""
    own = publisher_names(article.citation)
    places: dict[str, list[int]] = {}
    for place, claim in enumerate(others.claims):
        if not own & publisher_names(claim.citation):
            places.setdefault(claim.citation.article_id, []).append(place)
    some = [rows for rows in places.values() if _is_sister(ours.vectors, others.vectors[rows])]
    kept = sorted(place for rows in some for place in rows)
    return Told([others.claims[place] for place in kept], others.vectors[kept])


def _is_sister(ours: Vectors, theirs: Vectors) -> bool:
    """Tell whether both speak of the same things as a whole, and of the same facts."""
    nearest = np.sort((ours @ theirs.T).max(axis=1))[-SISTER_FACTS:]
    return float(centre(ours) @ centre(theirs) + nearest.mean()) >= SISTER_CLOSENESS


def centre(vectors: Vectors) -> Vectors:
    """Return the mean of vectors (n, dimension) at length 1."""
    mean = vectors.mean(axis=0)
    unit: Vectors = mean / max(1e-9, float(np.linalg.norm(mean)))
    return unit
