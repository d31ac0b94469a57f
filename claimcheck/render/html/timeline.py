"""Who reported when: a lane for each outlet, a sign for each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.datatypes import Citation, Relation, Report
from claimcheck.render.html.dates import Tick, axis, moment
from claimcheck.render.html.findings import Source, source
from claimcheck.render.html.relations import Shown, shown, strongest_of

LANES_SHOWN = 14
SOURCES_SHOWN = 150
_TOP, _LANE = 30, 38
OURS = Shown("ours", "◆", "this article")
OMITTED = Shown("omitted", "+", "reports only what this article leaves out")


@dataclass(frozen=True, slots=True)
class Told:
    """One article: where it is found, what it says in short, and of which findings."""

    source: Source
    relation: Shown
    findings: list[int]


@dataclass(frozen=True, slots=True)
class Dot:
    """An article in the picture: `x` in percent, `shift` in pixels beside others of its place."""

    x: float
    shift: int
    told: Told


@dataclass(frozen=True, slots=True)
class Lane:
    """The articles of one outlet; `y` is in pixels."""

    outlet: str
    y: int
    dots: list[Dot]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture; `undated` and `others` count the articles and outlets that it can't hold."""

    lanes: list[Lane]
    ticks: list[Tick]
    height: int
    undated: int
    others: int


@dataclass(frozen=True, slots=True)
class _Seen:
    citation: Citation
    relation: Shown
    findings: list[int]


def sources(report: Report) -> list[Told]:
    """Return every article that the report cites, by day, ours among them."""
    return [
        Told(source(one.citation), one.relation, one.findings)
        for one in sorted(_seen(report), key=_by_day)
    ]


def timeline(report: Report) -> Timeline | None:
    """Return the picture; None where fewer than two articles have a day."""
    seen = _seen(report)
    dated = [(when, one) for one in seen if (when := moment(one.citation))]
    if len(dated) < 2:
        return None
    scale = axis(when for when, _ in dated)
    lanes: dict[str, list[tuple[float, Told]]] = {}
    for when, one in sorted(dated, key=lambda pair: (pair[1].relation is not OURS, pair[0])):
        told = Told(source(one.citation), one.relation, one.findings)
        lanes.setdefault(told.source.outlet, []).append((scale.x(when), told))
    shown_lanes = list(_lanes(lanes))[:LANES_SHOWN]
    return Timeline(
        shown_lanes,
        scale.ticks,
        _TOP + _LANE * len(shown_lanes) + 4,
        len(seen) - len(dated),
        len(lanes) - len(shown_lanes),
    )


def _lanes(lanes: dict[str, list[tuple[float, Told]]]) -> Iterator[Lane]:
    for row, (outlet, placed) in enumerate(lanes.items()):
        yield Lane(outlet, _TOP + row * _LANE, list(_dots(placed)))


def _dots(placed: Iterable[tuple[float, Told]]) -> Iterator[Dot]:
    """Set articles that would cover each other side by side."""
    last, shift = -100.0, 0
    for x, told in placed:
        shift = shift + 20 if x - last < 3 else 0
        if not shift:
            last = x
        yield Dot(last, shift, told)


def _seen(report: Report) -> list[_Seen]:
    relations: dict[str, list[Relation]] = {}
    numbers: dict[str, list[int]] = {}
    citations: dict[str, Citation] = {}
    for number, finding in enumerate(report.findings, start=1):
        for match in finding.matches:
            name = match.evidence.citation.article_id
            citations[name] = match.evidence.citation
            relations.setdefault(name, []).append(match.comparison.relation)
            numbers.setdefault(name, []).append(number)
    found = [
        _Seen(one, shown(strongest_of(relations[name])), sorted(set(numbers[name])))
        for name, one in citations.items()
    ]
    left = {one.article_id: one for one in _omitting(report) if one.article_id not in citations}
    omitted = [_Seen(one, OMITTED, []) for one in left.values()]
    return [_Seen(report.article.citation, OURS, []), *found, *omitted]


def _omitting(report: Report) -> Iterator[Citation]:
    for omission in report.omissions:
        yield from (claim.citation for claims in omission.origins for claim in claims)


def _by_day(one: _Seen) -> tuple[bool, str]:
    when = moment(one.citation)
    return when is None, when.isoformat() if when else ""
