"""The matrix, the timeline and the figures over time, as values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claimcheck.datatypes import Bearing, Citation, Finding, Origin, Span
from claimcheck.render.html.dates import Tick, axis, moment
from claimcheck.render.html.figures import figures
from claimcheck.render.html.matrix import Matrix, Row, matrix
from claimcheck.render.html.relations import Shown
from claimcheck.render.html.timeline import OMITTED, OURS, sources, timeline

CONTRADICTS = Shown("contradicts", "≠", "contradicts")
DIFFERS = Shown("differs", "≈", "differs")
SAME = Shown("same", "=", "agrees")


def test_matrix(story):
    """A row for each claim, a column for each outlet, None where it is silent."""
    assert matrix(story.report) == Matrix(
        ["Evening Echo", "Harbour Post", "Northern Wire"],
        [
            Row(1, story.injured.text, [DIFFERS, CONTRADICTS, DIFFERS]),
            Row(2, story.reopen.text, [SAME, None, None]),
        ],
        others=0,
        more_rows=0,
    )


def test_matrix_follows_the_article(story):
    """Rows stand in the order of the article and keep the numbers of the report."""
    swapped = replace(story.report, findings=story.report.findings[::-1])
    assert [row.number for row in matrix(swapped).rows] == [2, 1]


def test_matrix_says_what_has_no_place(story):
    """More than 12 outlets and 40 claims are counted."""
    outlets = [_told(story, f"Outlet {number}", "2024-05-07", "11") for number in range(15)]
    finding = Finding(story.injured, tuple(Origin((one,)) for one in outlets))
    shown = matrix(replace(story.report, findings=(finding,) * 45))
    assert (len(shown.outlets), shown.others, len(shown.rows), shown.more_rows) == (12, 3, 40, 5)


@pytest.mark.parametrize(
    ("published", "read"),
    [
        ("2024-05-06", datetime(2024, 5, 6, 12, tzinfo=UTC)),
        ("2024-05-06T18:00:00+02:00", datetime(2024, 5, 6, 16, tzinfo=UTC)),
        ("2024-05-06T18:00:00", datetime(2024, 5, 6, 18, tzinfo=UTC)),
        ("0001-01-01", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_moment(published, read):
    """A bare day stands at noon, times count in UTC, and what is no date has no place."""
    assert moment(Citation("a", "Coast Daily", published=published)) == read


def test_axis():
    """From the first midnight to the last, with a few days named."""
    days = [datetime(2024, 5, day, 12, tzinfo=UTC) for day in (6, 7)]
    scale = axis(days)
    assert [scale.x(day) for day in days] == [26.5, 73.5]
    assert scale.ticks == [Tick(3.0, "6 May 2024", "start"), Tick(50.0, "7 May 2024", "start")]


def test_axis_of_years_has_few_ticks():
    """Ten years do not give thousands of labels."""
    scale = axis([datetime(year, 1, 1, tzinfo=UTC) for year in (2014, 2024)])
    assert [tick.label[-4:] for tick in scale.ticks] == ["2014", "2018", "2023"]


def test_timeline(story):
    """Our article first, then the outlets by their first report, each article with its sign."""
    drawn = timeline(story.report)
    assert [(lane.outlet, lane.y) for lane in drawn.lanes] == [
        ("Coast Daily", 30),
        ("Northern Wire", 68),
        ("Harbour Post", 106),
        ("Evening Echo", 144),
    ]
    relations = [dot.told.relation for lane in drawn.lanes for dot in lane.dots]
    assert relations == [OURS, DIFFERS, CONTRADICTS, DIFFERS]
    assert (drawn.undated, drawn.others) == (1, 0)


def test_articles_of_one_hour_stand_side_by_side(story):
    """Two articles of an outlet at one time do not cover each other."""
    twice = [_told(story, "Wire", "2024-05-07", "11", name) for name in ("a", "b")]
    finding = Finding(story.injured, tuple(Origin((one,)) for one in twice))
    drawn = timeline(replace(story.report, findings=(finding,)))
    assert [dot.shift for dot in drawn.lanes[1].dots] == [0, 20]


def test_no_timeline_of_one_date(story):
    """Where only our article has a date there is nothing to draw."""
    assert timeline(replace(story.report, findings=story.report.findings[1:])) is None


def test_sources(story):
    """Every article once, by date, those without one last, with the findings that cite it."""
    told = sources(replace(story.full, findings=story.report.findings))
    assert [(one.source.outlet, one.source.day, one.findings) for one in told] == [
        ("Northern Wire", "2024-05-06", [1]),
        ("Coast Daily", "2024-05-06", []),
        ("Harbour Post", "2024-05-07", [1]),
        ("Evening Echo", "2024-05-07", [1]),
        ("Evening Echo", "undated", [2]),
    ]


def test_sources_of_omissions(story):
    """An article that only reports what ours leaves out is named, and known as such."""
    told = sources(replace(story.full, findings=()))
    assert [one.relation for one in told] == [OMITTED, OURS, OMITTED, OMITTED]


def _told(story, outlet, published, value, name="x", bearing=Bearing.UPDATE):
    """Return a match in which an outlet tells another number of injured."""
    lead = story.at_least
    citation = Citation(outlet + name, outlet, published=published)
    number = replace(
        lead.comparison.differences[0],
        in_evidence=Span(0, 11),
        bearing=bearing,
        claim_value="12",
        evidence_value=value,
    )
    comparison = replace(lead.comparison, differences=(number,))
    return replace(lead, evidence=replace(lead.evidence, citation=citation), comparison=comparison)


def _figures(story, *matches):
    finding = Finding(story.injured, tuple(Origin((one,)) for one in matches))
    return figures(replace(story.report, findings=(finding,)))


def test_figures_that_change(story):
    """An update gives a line of steps, earliest first, ours among them."""
    later = _told(story, "Wire", "2024-05-08", "15")
    earlier = _told(story, "Echo", "2024-05-05", "at least 1,000")
    (steps,) = _figures(story, later, earlier)
    assert [(one.day, one.outlet, one.value, one.y) for one in steps.points] == [
        ("2024-05-05", "Echo", "at least 1,000", 44.0),
        ("2024-05-06", "Coast Daily", "12", 150.0),
        ("2024-05-08", "Wire", "15", 149.7),
    ]
    assert [(one.value, other.value) for one, other in steps.lines] == [
        ("at least 1,000", "12"),
        ("12", "15"),
    ]


@pytest.mark.parametrize(
    ("published", "value", "bearing"),
    [
        ("2024-05-08", "15", Bearing.CONFLICT),
        ("2024-05-06", "15", Bearing.UPDATE),
        ("2024-05-08", "12", Bearing.UPDATE),
        ("2024-05-08", "15 percent", Bearing.UPDATE),
        (None, "15", Bearing.UPDATE),
    ],
)
def test_figures_that_do_not_change(story, published, value, bearing):
    """No line without an update, two days, two values of one unit."""
    assert _figures(story, _told(story, "Wire", published, value, bearing=bearing)) == []
