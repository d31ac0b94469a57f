"""Each finding as the page shows it: the claim in its place, and what others say beside it."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.datatypes import (
    STRONGEST_FIRST,
    Article,
    Citation,
    Claim,
    Decision,
    Finding,
    Match,
)
from claimcheck.render import wording
from claimcheck.render.html import marks
from claimcheck.render.html.changes import Change, changes
from claimcheck.render.html.marks import Piece
from claimcheck.render.html.relations import NAMELESS, Shown, shown
from claimcheck.render.sanitise import clean, clean_url, tidy, web_link
from claimcheck.render.summary import IN_PASSIVE, strongest, tally

# How many pairs of a finding are shown in full, how many more in short, and how many of each on a
# page, the most telling findings first: a pair takes up to 2 kB in full and 1 kB in short, and the
# report on an article of 300 claims is to stay under 2 MB. Each finding has one in full at least.
FULL_OF_FINDING = 4
FULL_OF_PAGE = 400
SHORT_OF_FINDING = 30
SHORT_OF_PAGE = 300
CONTEXT_CHARS = 110
GIST_CHARS = 90
COPIES_SHOWN = 30
_OPENING = ('"', "“", "„", "«", "”")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim stands. `link` is an address to follow, `address` any other, to be read."""

    outlet: str
    day: str
    title: str
    link: str | None
    address: str
    published: str
    article_id: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words. `raw` is them in JSON where cleaning changed them, else empty.

    `is_nested` tells that they begin with a quotation mark of their own.
    """

    pieces: list[Piece]
    place: str
    voice: str
    reading: str
    raw: str
    is_nested: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Our claim beside that of another outlet, with its copies."""

    id: str
    relation: Shown
    verb: str
    source: Source
    here: Quote
    there: Quote
    changes: list[Change]
    decided: str
    match: Match
    copies: list[Source]
    more_copies: int


@dataclass(frozen=True, slots=True)
class Gist:
    """A finding in one line."""

    number: int
    relation: Shown
    outlet: str
    verb: str
    claim: str
    is_nested: bool
    change: Change | None


@dataclass(frozen=True, slots=True)
class Item:
    """A finding: `full` pairs, then those told in `short`; `unshown` counts the others."""

    number: int
    relation: Shown
    passive: str
    before: str
    claim: list[Piece]
    after: str
    quote: Quote
    tally: str
    outlets: str
    full: list[Pair]
    short: list[Pair]
    short_tally: str
    unshown: int
    finding: Finding


def items(findings: Sequence[Finding], article: Article) -> list[Item]:
    """Return every finding, numbered from 1 in the order of the report."""
    given = [len(finding.origins) for finding in findings]
    full = _shares(given, FULL_OF_FINDING, FULL_OF_PAGE, least=1)
    left = [origins - shown for origins, shown in zip(given, full, strict=True)]
    short = _shares(left, SHORT_OF_FINDING, SHORT_OF_PAGE, least=0)
    return [
        _item(number, finding, article, limits)
        for number, (finding, *limits) in enumerate(
            zip(findings, full, short, strict=True), start=1
        )
    ]


def _shares(given: Sequence[int], most: int, of_page: int, least: int) -> list[int]:
    """Return how many of each finding to show: up to `most`, and `least` where the page is full."""
    shares, left = [], of_page - least * len(given)
    for available in given:
        share = max(least, min(available, most, left + least))
        left -= share - least
        shares.append(share)
    return shares


def _item(number: int, finding: Finding, article: Article, limits: Sequence[int]) -> Item:
    relation = strongest(finding).comparison.relation
    leads = [origin.lead.comparison for origin in finding.origins]
    pairs = [_pair(origin.matches) for origin in finding.origins[: sum(limits)]]
    before, inside, after = in_place(finding.claim, article)
    differences = [one for lead in leads for one in lead.differences]
    return Item(
        number,
        shown(relation),
        IN_PASSIVE[relation],
        before,
        inside,
        after,
        _quote(finding.claim, marks.here(finding.claim, differences)),
        tally(finding),
        ", ".join(dict.fromkeys(pair.source.outlet for pair in pairs)),
        pairs[: limits[0]],
        pairs[limits[0] :],
        _tally(pairs[limits[0] :]),
        len(finding.origins) - len(pairs),
        finding,
    )


def _tally(pairs: Sequence[Pair]) -> str:
    """Return e.g. `reported differently by 2, reported the same by 1`."""
    seen = Counter(pair.match.comparison.relation for pair in pairs)
    parts = [f"{IN_PASSIVE[kind]} by {seen[kind]}" for kind in STRONGEST_FIRST if seen[kind]]
    return ", ".join(parts)


def in_place(claim: Claim, article: Article) -> tuple[str, list[Piece], str]:
    """Return the words before the claim, it with what stands between its pieces, and those after.

    A piece of kind `claim` is the claim's own. A claim of another text has no surroundings.
    """
    text, span = article.text, claim.span
    if " ".join(one.of(text) for one in claim.spans) != claim.text:
        return "", [Piece(clean(claim.text), "claim")], ""
    inside, at = [], span.start
    for one in claim.spans:
        inside += [Piece(clean(text[at : one.start])), Piece(clean(one.of(text)), "claim")]
        at = one.end
    before = _last(text[max(0, span.start - CONTEXT_CHARS) : span.start], span.start)
    after = _first(text[span.end : span.end + CONTEXT_CHARS], len(text) - span.end)
    return before, [piece for piece in inside if piece.text], after


def _last(cut: str, available: int) -> str:
    """Return the end of what stands before, from the start of a word."""
    return clean(cut) if available <= len(cut) else "… " + clean(cut).partition(" ")[2]


def _first(cut: str, available: int) -> str:
    return clean(cut) if available <= len(cut) else clean(cut).rpartition(" ")[0] + " …"


def _pair(matches: Sequence[Match]) -> Pair:
    lead, differences = matches[0], matches[0].comparison.differences
    copies = [source(match.evidence.citation) for match in matches[1 : COPIES_SHOWN + 1]]
    return Pair(
        lead.id,
        shown(lead.comparison.relation),
        wording.VERBS[lead.comparison.relation],
        source(lead.evidence.citation),
        _quote(lead.claim, marks.here(lead.claim, differences)),
        _quote(lead.evidence, marks.there(lead.evidence, differences)),
        changes(lead),
        _decided(lead.decision),
        lead,
        copies,
        len(matches) - 1 - len(copies),
    )


def gist(number: int, finding: Finding) -> Gist:
    """Say who stands against which claim, and in what."""
    match = strongest(finding)
    told = changes(match)
    return Gist(
        number,
        shown(match.comparison.relation),
        tidy(match.evidence.citation.outlet) or NAMELESS,
        wording.VERBS[match.comparison.relation],
        textwrap.shorten(clean(finding.claim.text), GIST_CHARS, placeholder=" …"),
        is_nested(finding.claim),
        told[0] if told else None,
    )


def source(citation: Citation) -> Source:
    """Return where an article is to be found, cleaned."""
    link = web_link(citation.url)
    return Source(
        tidy(citation.outlet) or NAMELESS,
        tidy(citation.day) or "undated",
        tidy(citation.title or citation.source_id),
        link,
        "" if link else clean_url(citation.url),
        tidy(citation.published),
        tidy(citation.article_id),
    )


def quote(claim: Claim) -> Quote:
    """Return a claim's words without marks."""
    return _quote(claim, marks.here(claim, ()))


def _quote(claim: Claim, cut: list[Piece]) -> Quote:
    raw = "" if clean(claim.text) == claim.text else json.dumps(claim.text)
    return Quote(
        cut,
        wording.place(claim),
        wording.voice(claim),
        wording.reading(claim),
        raw,
        is_nested(claim),
    )


def is_nested(claim: Claim) -> bool:
    """Tell whether a claim begins with a quotation mark."""
    return tidy(claim.text).startswith(_OPENING)


def _decided(made: Decision | None) -> str:
    """Return `confirmed on 2024-05-08: a note`, without saying by whom: pages are passed on."""
    if made is None or not (made.judgement or tidy(made.note)):
        return ""
    day = f" on {tidy(made.decided)[:10]}" if made.decided else ""
    note = f": {tidy(made.note)}" if tidy(made.note) else ""
    return f"{made.judgement or 'noted'}{day}{note}"
