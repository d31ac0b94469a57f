"""The article as text, each claim linked to what was found on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.datatypes import STRONGEST_FIRST, Finding, Report, Span
from claimcheck.render.html.relations import Shown, shown
from claimcheck.render.sanitise import clean
from claimcheck.render.summary import silent, strongest

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """Some words of the article under the same claims.

    `number` is that of the most telling finding over them, None where nothing was found; `is_end`
    tells that its claim ends here, `is_silent` that only this article says so.
    """

    text: str
    number: int | None = None
    relation: Shown | None = None
    is_end: bool = False
    is_silent: bool = False


@dataclass(frozen=True, slots=True)
class _Layer:
    """The pieces of one claim; layers with a lower rank lie on top."""

    rank: tuple[int, int]
    spans: Sequence[Span]
    finding: Finding | None


def paragraphs(report: Report) -> list[list[Segment]]:
    """Cut the article's text into paragraphs, and those where a claim begins or ends."""
    text, layers = report.article.text, _layers(report)
    found = (Span(*one.span()) for one in _PARAGRAPH.finditer(text) if one[0].strip())
    return [list(_segments(text, paragraph, layers)) for paragraph in found]


def _layers(report: Report) -> list[_Layer]:
    found = [
        _Layer(_rank(number, finding), finding.claim.spans, finding)
        for number, finding in enumerate(report.findings, start=1)
    ]
    alone = [_Layer((len(STRONGEST_FIRST), 0), claim.spans, None) for claim in silent(report)]
    return sorted([*found, *alone], key=lambda layer: layer.rank)


def _rank(number: int, finding: Finding) -> tuple[int, int]:
    return STRONGEST_FIRST.index(strongest(finding).comparison.relation), number


def _segments(text: str, paragraph: Span, layers: Sequence[_Layer]) -> Iterator[Segment]:
    near = [one for one in layers if any(span.overlaps(paragraph) for span in one.spans)]
    edges = {paragraph.start, paragraph.end, *_edges(near, paragraph)}
    places = sorted(edges)
    for start, end in pairwise(places):
        words = clean(text[start:end])
        top = next((one for one in near if _covers(one.spans, start, end)), None)
        if words:
            yield _segment(words, top, end)


def _edges(layers: Iterable[_Layer], paragraph: Span) -> Iterator[int]:
    for span in (span for layer in layers for span in layer.spans):
        yield from (at for at in (span.start, span.end) if paragraph.start < at < paragraph.end)


def _covers(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)


def _segment(words: str, top: _Layer | None, end: int) -> Segment:
    if top is None or not words.strip():
        return Segment(words)
    if top.finding is None:
        return Segment(words, is_silent=True)
    relation = shown(strongest(top.finding).comparison.relation)
    return Segment(words, top.rank[1], relation, is_end=end == top.spans[-1].end)
