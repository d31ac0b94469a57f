"""ClaimReview: drafts of https://schema.org/ClaimReview as JSON-LD, for a person to complete.

A draft says which claim is in question, where it appears, and which articles report otherwise. What
a review finds is nobody's to say but the reviewer's, so there is no rating: `author`, `url`,
`datePublished` and `reviewRating` are left for a person to add.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from claimcheck.datatypes import Citation, Claim, Finding, Judgement, Relation, Report
from claimcheck.render.json import dump
from claimcheck.render.sanitise import clean, tidy, web_link

_OTHERWISE = (Relation.CONTRADICTS, Relation.DIFFERS)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")

# Pasted into a page's <script>, no text may end it.
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def report(report: Report) -> str:
    """Render a list of drafts: one for each claim that others contradict or report differently."""
    drafts = [_draft(finding) for finding in report.findings if _relating(finding, _OTHERWISE)]
    return dump(drafts, indent=2).translate(_IN_SCRIPT) + "\n"


def _draft(finding: Finding) -> dict[str, Any]:
    claim = finding.claim
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": clean(claim.reading or claim.text),
        "itemReviewed": _claim(claim, _relating(finding, (Relation.SAME,))),
        "citation": _works(_relating(finding, _OTHERWISE)),
    }


def _relating(finding: Finding, relations: Sequence[Relation]) -> list[Citation]:
    """Return the articles whose claims stand so to ours, copies included.

    A match that a person rejected, shown all the same where a report is asked to, counts for none.
    """
    return [
        match.evidence.citation
        for match in finding.matches
        if match.comparison.relation in relations and match.judgement is not Judgement.REJECTED
    ]


def _claim(claim: Claim, same: Iterable[Citation]) -> dict[str, Any]:
    makers = [claim.citation, *same]
    first = _first(makers)
    return {
        "@type": "Claim",
        "text": clean(claim.text),
        **_speaker(claim.speaker),
        "appearance": _works(makers),
        **({"firstAppearance": _work(first)} if first else {}),
    }


def _works(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    """Return each article once."""
    return [_work(one) for one in {one.article_id: one for one in citations}.values()]


def _work(citation: Citation) -> dict[str, Any]:
    outlet, published = tidy(citation.outlet), tidy(citation.published)
    known = {
        "url": web_link(citation.url),
        "headline": tidy(citation.title),
        "datePublished": published if _is_date(published) else "",
        "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
    }
    return {"@type": "NewsArticle", **{name: value for name, value in known.items() if value}}


def _is_date(published: str) -> bool:
    if not _DATE.fullmatch(published):
        return False
    try:
        date.fromisoformat(published[:10])
    except ValueError:
        return False
    return True


def _first(citations: Sequence[Citation]) -> Citation | None:
    """Return the earliest of several articles; None unless each has a day and one is the first."""
    days = [tidy(one.day) for one in citations]
    if len(days) < 2 or not all(map(_is_date, days)) or days.count(min(days)) > 1:
        return None
    return citations[days.index(min(days))]


def _speaker(speaker: str | None) -> dict[str, Any]:
    """Return whose claim it is, where the name tells that it is a person's or a body's."""
    from claimcheck.annotate.references.names import BODY_WORDS, FIRST_NAMES, PARTICLES

    name = tidy(speaker)
    words = name.split()
    is_body = not BODY_WORDS.isdisjoint(words)
    is_named = all(word[0].isupper() or word in PARTICLES for word in words)
    is_person = is_named and len(words) > 1 and words[0] in FIRST_NAMES
    if is_body == is_person:
        return {}
    return {"author": {"@type": "Organization" if is_body else "Person", "name": name}}
