"""How many independent origins stand behind the findings of a whole report."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from claimcheck.datatypes import Finding


def independent_origins(findings: Iterable[Finding]) -> int:
    """Count origins over all findings: articles that always share one count together.

    A finding groups its matches by itself. Two articles that quote the same speaker for one claim
    are one origin there and two elsewhere, so only those that share an origin wherever both bear on
    a claim are one for the whole report, as an agency's text and its reprints are.
    """
    is_shared: dict[frozenset[str], bool] = {}
    articles: set[str] = set()
    for finding in findings:
        places = _places(finding)
        articles.update(places)
        for one, other in combinations(places, 2):
            pair = frozenset((one, other))
            shares = not places[one].isdisjoint(places[other])
            is_shared[pair] = is_shared.get(pair, True) and shares
    return _groups(articles, [pair for pair, shares in is_shared.items() if shares])


def _places(finding: Finding) -> dict[str, set[int]]:
    """Return the numbers of the origins in which each article stands."""
    places: dict[str, set[int]] = {}
    for number, origin in enumerate(finding.origins):
        for match in origin.matches:
            places.setdefault(match.evidence.citation.article_id, set()).add(number)
    return places


def _groups(articles: set[str], links: Iterable[frozenset[str]]) -> int:
    """Count the groups that the links join the articles to."""
    group_of = {article: frozenset((article,)) for article in articles}
    for one, other in links:
        joined = group_of[one] | group_of[other]
        group_of.update(dict.fromkeys(joined, joined))
    return len(set(group_of.values()))
