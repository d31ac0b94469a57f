"""The report for a reader with two minutes, in a terminal. Good without colour too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.datatypes import (
    Citation,
    Claim,
    Finding,
    Lookup,
    Match,
    Omission,
    Origin,
    Relation,
    Report,
    Span,
)
from claimcheck.render import wording
from claimcheck.render.layout import Line, Styled, draw
from claimcheck.render.sanitise import clean, clean_url, tidy
from claimcheck.render.summary import (
    IN_PASSIVE,
    OMISSIONS_SHOWN,
    REPEAT,
    SILENT_SHOWN,
    advice,
    foremost,
    omission_tally,
    quantity,
    sentence,
    silent,
    strongest,
    tally,
)

_BLANK = Line()
_INDENT = "   "
_COLOURS = {
    Relation.CONTRADICTS: "bold red",
    Relation.DIFFERS: "bold yellow",
    Relation.SAME: "bold green",
    Relation.RELATED: "bold",
    Relation.UNRELATED: "bold",
}


def report(report: Report, *, width: int = 80, colour: bool = True) -> str:
    """Render a whole report."""
    lines = [*head(report.article.citation), _BLANK, line(sentence(report))]
    lines += _foremost(report)
    for number, finding in enumerate(report.findings, start=1):
        lines += _finding(number, finding, colour)
    if missing := advice(report):
        lines += [_BLANK, line(missing, style="bold")]
    lines += [*_omissions(report), *_silent(report), *_legend(report, colour)]
    lines += [_BLANK, line(REPEAT, style="dim"), _signature(report.signature)]
    return draw(lines, width, colour)


def lookup(lookup: Lookup, *, width: int = 80, colour: bool = True) -> str:
    """Render what the index holds on one claim."""
    lines = [line(f"“{clean(lookup.query.text)}”", style="bold"), _BLANK]
    if not lookup.matches:
        lines += [line("No claim in the index comes close. Index more outlets, then look again.")]
    else:
        outlets = {match.evidence.citation.outlet for match in lookup.matches}
        found = quantity(len(lookup.matches), "claim")
        lines += [line(f"{found} of {quantity(len(outlets), 'outlet')}, closest first.")]
    for number, found_match in enumerate(lookup.matches, start=1):
        lines += [_BLANK, *_match(found_match, colour, f"{number}. ")]
    return draw([*lines, _BLANK, _signature(lookup.signature)], width, colour)


def match(match: Match, *, width: int = 80, colour: bool = True) -> str:
    """Render one compared pair: `here` is the claim, `there` the evidence."""
    marks = [item.in_claim for item in match.comparison.differences]
    lines = [
        line(_joined("here", wording.dateline(match.claim.citation)), style="bold"),
        *_claim(match.claim, marks, colour),
        _BLANK,
        *_match(match, colour, "", "there"),
    ]
    return draw(lines, width, colour)


def head(citation: Citation) -> list[Line]:
    """Return title, outlet, day and address of an article."""
    title = tidy(citation.title) or "Untitled article"
    lines = [line(title, style="bold"), line(wording.dateline(citation))]
    return [*lines, *([_address(citation.url)] if citation.url else [])]


def _foremost(report: Report) -> Iterator[Line]:
    found = foremost(report)
    if found or report.omissions:
        yield from (_BLANK, line("WHAT MATTERS MOST", style="bold"))
    for number, finding in found:
        label = (f"Claim {number}: ", _COLOURS[strongest(finding).comparison.relation])
        yield Line((label, (wording.gist(finding), "")), " - ")
    for omission in report.omissions[:1]:
        yield Line((("Not found here: ", "bold"), (wording.omission_gist(omission), "")), " - ")


def _finding(number: int, finding: Finding, colour: bool) -> Iterator[Line]:
    relation = strongest(finding).comparison.relation
    heading = f"CLAIM {number}, {IN_PASSIVE[relation]}"
    leads = [origin.lead.comparison for origin in finding.origins]
    marks = [item.in_claim for lead in leads for item in lead.differences]
    yield from (_BLANK, line(heading, style=_COLOURS[relation]))
    yield from _claim(finding.claim, marks, colour)
    yield note(tally(finding))
    for origin in finding.origins:
        yield from (_BLANK, *_origin(origin, colour))


def _origin(origin: Origin, colour: bool) -> Iterator[Line]:
    yield from _match(origin.lead, colour, " * ")
    yield from _copies([match.evidence for match in origin.matches[1:]])


def _copies(claims: list[Claim]) -> Iterator[Line]:
    if claims:
        copies = wording.reprints(claims)
        yield Line((("also, as copies: ", "bold"), (copies, "")), _INDENT, fold=False)


def _match(match: Match, colour: bool, margin: str, name: str = "") -> Iterator[Line]:
    comparison, citation = match.comparison, match.evidence.citation
    source = _joined(name, wording.dateline(citation))
    verb = (wording.VERBS[comparison.relation].upper(), _COLOURS[comparison.relation])
    yield Line((verb, (f"  {source}", "bold")), margin)
    yield from _claim(match.evidence, [item.in_evidence for item in comparison.differences], colour)
    for phrase in wording.differences(match):
        yield line(phrase, f"{_INDENT}- ")
    if comparison.why:
        yield line(clean(comparison.why), _INDENT)
    if decided := wording.decision(match):
        yield line(decided, _INDENT, "bold")
    yield from _source(citation)
    yield note(wording.scores(match))
    yield from map(note, wording.nli(comparison))


def _claim(
    claim: Claim, marks: Iterable[Span | None], colour: bool, margin: str = _INDENT
) -> Iterator[Line]:
    where = wording.place(claim) if claim.citation.outlet else ""
    after = "  ".join(part for part in (where, wording.voice(claim)) if part)
    quote = [_marked(piece, colour) for piece in wording.pieces(claim.text, marks)]
    yield Line((("“", ""), *quote, ("”  ", ""), (after, "dim")), margin)
    if reading := wording.reading(claim):
        yield note(f"read as: {reading}")


def _marked(piece: wording.Piece, colour: bool) -> Styled:
    text, marked = piece
    if not marked:
        return text, ""
    return (text, "bold underline") if colour else (f"[{text}]", "")


def _omissions(report: Report) -> Iterator[Line]:
    left = report.omissions
    if left:
        yield from (_BLANK, line("OTHERS REPORT, NOT FOUND HERE", style="bold"))
    for omission in left[:OMISSIONS_SHOWN]:
        yield from _omission(omission)
    if len(left) > OMISSIONS_SHOWN:
        yield from (_BLANK, line(f"... and {len(left) - OMISSIONS_SHOWN} more", _INDENT))


def _omission(omission: Omission) -> Iterator[Line]:
    yield from (_BLANK, line(omission_tally(omission), " * ", "bold"))
    for lead, *copies in omission.origins:
        yield line(wording.dateline(lead.citation), _INDENT, "bold")
        yield from _claim(lead, (), colour=False)
        yield from _source(lead.citation)
        yield from _copies(copies)


def _silent(report: Report) -> Iterator[Line]:
    left = silent(report)
    if left:
        yield from (_BLANK, line("NOBODY ELSE REPORTS", style="bold"))
    for claim in left[:SILENT_SHOWN]:
        quote = (f"“{clean(claim.text)}”  ", "")
        yield Line((quote, (wording.place(claim), "dim")), " - ")
    if len(left) > SILENT_SHOWN:
        yield line(f"... and {len(left) - SILENT_SHOWN} more", _INDENT)


def _source(citation: Citation) -> Iterator[Line]:
    known = tidy(citation.title or citation.source_id)
    if citation.url:
        yield _address(citation.url, _INDENT)
    elif known:
        yield line(f"no address; article: {known}", _INDENT)


def _legend(report: Report, colour: bool) -> Iterator[Line]:
    if report.findings:
        marked = "Underlined words" if colour else "Words in [brackets]"
        yield _BLANK
        yield line(f"{marked} differ; [start:end] is a place in the article's text.", style="dim")


def _address(url: str, margin: str = "") -> Line:
    return Line(((clean_url(url), ""),), margin, fold=False)


def _signature(signature: str) -> Line:
    return Line(((f"signature: {clean(signature)}", "dim"),), fold=False)


def line(text: str, margin: str = "", style: str = "") -> Line:
    """Return a line in one style."""
    return Line(((text, style),), margin)


def note(text: str) -> Line:
    """Return a line of small print below a claim."""
    return line(text, _INDENT, style="dim")


def _joined(*parts: str) -> str:
    return ": ".join(part for part in parts if part)
