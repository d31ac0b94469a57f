"""Markdown that can be pasted into an issue or a content system."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.datatypes import Citation, Claim, Finding, Match, Omission, Origin, Report, Span
from claimcheck.render import wording
from claimcheck.render.sanitise import clean_url, tidy, web_link
from claimcheck.render.summary import (
    IN_PASSIVE,
    OMISSIONS_SHOWN,
    REPEAT,
    SILENT_SHOWN,
    advice,
    foremost,
    omission_tally,
    sentence,
    silent,
    strongest,
    tally,
)

# Data never stands at the start of a line or an item, so - + and 1. need no escape.
_SPECIAL = re.compile(r"([\\`*_\[\]|~#$!])")
# An issue tracker would notify whoever is called so; a word joiner, which nobody sees, stops it.
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def report(report: Report) -> str:
    """Render a whole report, in the order of the terminal's."""
    blocks = [*_head(report.article.citation), sentence(report), *_foremost(report)]
    for number, finding in enumerate(report.findings, start=1):
        blocks += _finding(number, finding)
    if missing := advice(report):
        blocks += [f"**{missing}**"]
    blocks += [*_omissions(report), *_silent(report)]
    blocks += [f"{REPEAT} Signature: {escape(report.signature)}"]
    return "\n\n".join(blocks) + "\n"


def escape(text: str | None) -> str:
    """Return `text` on one line, shown as it is by any Markdown reader."""
    shown = _SPECIAL.sub(r"\\\1", tidy(text).translate(_ENTITIES))
    return _MENTION.sub("@\u2060", shown)


def _head(citation: Citation) -> Iterator[str]:
    yield f"# {escape(citation.title) or 'Untitled article'}"
    parts = (escape(wording.dateline(citation)), _link(citation.url))
    yield "From " + ", ".join(part for part in parts if part)


def _foremost(report: Report) -> Iterator[str]:
    items = [
        *(f"Claim {number}: {escape(wording.gist(one))}" for number, one in foremost(report)),
        *(f"Not found here: {escape(wording.omission_gist(o))}" for o in report.omissions[:1]),
    ]
    if items:
        yield "## What matters most"
        yield _list(items)


def _finding(number: int, finding: Finding) -> Iterator[str]:
    leads = [origin.lead.comparison for origin in finding.origins]
    yield f"## Claim {number}, {IN_PASSIVE[strongest(finding).comparison.relation]}"
    yield _quote(finding.claim, [item.in_claim for lead in leads for item in lead.differences])
    yield tally(finding)
    for origin in finding.origins:
        yield from _origin(origin)


def _origin(origin: Origin) -> Iterator[str]:
    lead = origin.lead
    relation = wording.VERBS[lead.comparison.relation].capitalize()
    yield f"### {relation}: {escape(wording.dateline(lead.evidence.citation))}"
    yield _quote(lead.evidence, [item.in_evidence for item in lead.comparison.differences])
    yield _list([*_details(lead), *_copies([match.evidence for match in origin.matches[1:]])])


def _details(match: Match) -> Iterator[str]:
    yield from map(escape, wording.differences(match))
    if match.comparison.why:
        yield f"why: {escape(match.comparison.why)}"
    if decided := wording.decision(match):
        yield escape(decided)
    if match.evidence.citation.url:
        yield f"source: {_link(match.evidence.citation.url)}"
    yield wording.scores(match)
    yield from wording.nli(match.comparison)


def _copies(claims: list[Claim]) -> Iterator[str]:
    if claims:
        yield "also, as copies: " + ", ".join(_copy(claim.citation) for claim in claims)


def _copy(citation: Citation) -> str:
    parts = (escape(citation.day or "undated"), _link(citation.url))
    return f"{escape(citation.outlet)} ({', '.join(part for part in parts if part)})"


def _quote(claim: Claim, marks: Iterable[Span | None]) -> str:
    quote = "".join(_marked(piece) for piece in wording.pieces(claim.text, marks))
    parts = [f"> “{quote}”", escape(wording.place(claim)), escape(wording.voice(claim))]
    line = " ".join(part for part in parts if part)
    seen = wording.reading(claim)
    return f"{line}\n>\n> read as: {escape(seen)}" if seen else line


def _marked(piece: wording.Piece) -> str:
    text, marked = piece
    # escape() strips; the blanks between a marked word and its neighbours must stay.
    before = " " if text.startswith(" ") else ""
    after = " " if text.endswith(" ") and text.strip() else ""
    return f"**{escape(text)}**" if marked else f"{before}{escape(text)}{after}"


def _omissions(report: Report) -> Iterator[str]:
    left = report.omissions
    if left:
        yield "## Others report, not found here"
    for omission in left[:OMISSIONS_SHOWN]:
        yield from _omission(omission)
    if len(left) > OMISSIONS_SHOWN:
        yield f"... and {len(left) - OMISSIONS_SHOWN} more"


def _omission(omission: Omission) -> Iterator[str]:
    yield f"### {omission_tally(omission).capitalize()}"
    for lead, *copies in omission.origins:
        citation = lead.citation
        parts = (escape(wording.dateline(citation)), _link(citation.url))
        yield _quote(lead, ())
        yield _list(["source: " + ", ".join(part for part in parts if part), *_copies(copies)])


def _silent(report: Report) -> Iterator[str]:
    left = silent(report)
    if not left:
        return
    yield "## Nobody else reports"
    items = [f"“{escape(item.text)}” {escape(wording.place(item))}" for item in left]
    more = len(items) - SILENT_SHOWN
    yield _list([*items[:SILENT_SHOWN], *([f"... and {more} more"] if more > 0 else [])])


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _link(url: str | None) -> str:
    """Return an http or https address as a link, any other as plain text."""
    link = web_link(url)
    return f"<{link}>" if link else escape(clean_url(url))
