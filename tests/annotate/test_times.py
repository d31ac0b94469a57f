"""Mentions of time and the days they mean."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.annotate.times import Granularity, TimeMention, mentions
from claimcheck.datatypes import Span

# A Wednesday.
PUBLISHED = date(2018, 11, 7)


def days(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """Return the words of each mention and its period, as text."""
    return [(one.span.of(text), str(one.start), str(one.end)) for one in mentions(text, published)]


def test_a_mention_knows_its_span_and_kind() -> None:
    assert mentions("Back in March 2017 it rained", None) == [
        TimeMention(
            Span(8, 18), date(2017, 3, 1), date(2017, 3, 31), Granularity.MONTH, relative=False
        )
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Jan. 21, 2025",
        "January 21st, 2025",
        "21 January 2025",
        "21st of January 2025",
        "2025-01-21",
        "1/21/2025",
        "21/1/2025",
        "21.01.2025",
        "Tuesday, Jan. 21, 2025",
    ],
)
def test_every_way_to_write_a_day(words: str) -> None:
    assert days(f"({words})", None) == [(words, "2025-01-21", "2025-01-21")]


@pytest.mark.parametrize(
    ("words", "start", "end", "granularity"),
    [
        ("mid-March 2019", "2019-03-11", "2019-03-20", Granularity.MONTH),
        ("early 2019", "2019-01-01", "2019-04-30", Granularity.YEAR),
        ("2007-09", "2007-01-01", "2009-12-31", Granularity.YEAR),
        ("spring 2020", "2020-03-01", "2020-05-31", Granularity.SEASON),
        ("Q3 2020", "2020-07-01", "2020-09-30", Granularity.QUARTER),
        ("the first half of 2020", "2020-01-01", "2020-06-30", Granularity.YEAR),
        ("the 1990s", "1990-01-01", "1999-12-31", Granularity.DECADE),
        ("the late ’90s", "1997-01-01", "1999-12-31", Granularity.DECADE),
        ("the 18th century", "1701-01-01", "1800-12-31", Granularity.CENTURY),
    ],
)
def test_longer_times(words: str, start: str, end: str, granularity: Granularity) -> None:
    found = mentions(f"it was {words} then", None)
    assert days(f"it was {words} then", None) == [(words, start, end)]
    assert [(one.granularity, one.relative) for one in found] == [(granularity, False)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("in March and April 2014", "2014-03-01"),
        ("from December to January 2015", "2014-12-01"),
        ("from March 3 until May 9, 2014", "2014-03-03"),
    ],
)
def test_two_months_have_the_year_behind_the_second(text: str, start: str) -> None:
    first, _ = mentions(text, None)
    assert (str(first.start), first.relative) == (start, False)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("he left Tuesday", "2018-11-06", "2018-11-06"),
        ("he left Wednesday", "2018-11-07", "2018-11-07"),
        ("he left last Wednesday", "2018-10-31", "2018-10-31"),
        ("he left yesterday", "2018-11-06", "2018-11-06"),
        ("he left over the weekend", "2018-11-03", "2018-11-04"),
        ("he left last week", "2018-10-29", "2018-11-04"),
        ("he left earlier this month", "2018-11-01", "2018-11-07"),
        ("he left earlier this fall", "2018-09-01", "2018-11-07"),
        ("he left two days ago", "2018-11-05", "2018-11-05"),
        ("he left three years ago", "2015-01-01", "2015-12-31"),
        ("he left in December", "2017-12-01", "2017-12-31"),
        ("he left on Dec. 9", "2017-12-09", "2017-12-09"),
        ("he left last summer", "2018-06-01", "2018-08-31"),
        ("he left in the past two weeks", "2018-10-24", "2018-11-07"),
    ],
)
def test_the_past_is_counted_from_the_publication(text: str, start: str, end: str) -> None:
    assert [found[1:] for found in days(text)] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("he will leave Tuesday", "2018-11-13"),
        ("he is set to leave Tuesday", "2018-11-13"),
        ("he is scheduled to be sworn in on Tuesday", "2018-11-13"),
        ("Minister to visit Hulm Tuesday", "2018-11-13"),
        ("On Tuesday, voters will decide", "2018-11-13"),
        ("he will leave in March", "2019-03-01"),
        ("he will leave on Jan. 3", "2019-01-03"),
        ("he leaves next month", "2018-12-01"),
    ],
)
def test_a_verb_that_looks_ahead_turns_it_round(text: str, start: str) -> None:
    assert [found[1] for found in days(text)] == [start]


@pytest.mark.parametrize(
    "text",
    [
        "he said Tuesday that he will leave",
        "On Tuesday, he said he will leave",
        "he refused to appear Tuesday",
        "they could vote before the session ended Tuesday",
        "many will reopen, and on Tuesday he shared a plan",
        "it would have begun Tuesday",
    ],
)
def test_the_nearest_verb_decides(text: str) -> None:
    assert [found[1] for found in days(text)] == ["2018-11-06"]


def test_the_weekday_tells_the_year() -> None:
    assert days("on Tuesday, Dec. 5") == [("Tuesday, Dec. 5", "2017-12-05", "2017-12-05")]


def test_a_day_soon_to_come_is_nearer_than_a_year_ago() -> None:
    assert days("the Nov. 20 vote") == [("Nov. 20", "2018-11-20", "2018-11-20")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in recent weeks", "recent weeks"),
        ("he left three years later", "three years later"),
        ("the plan for fiscal 2021", "fiscal 2021"),
        ("at 5:30 p.m. ET", "5:30 p.m. ET"),
        ("some 5,000 years ago", "5,000 years ago"),
        ("decades ago", "decades ago"),
    ],
)
def test_what_is_unsure_stays_open(text: str, words: str) -> None:
    assert days(text) == [(words, "None", "None")]


@pytest.mark.parametrize("text", ["on Tuesday", "last week", "in May", "on Jan. 21", "yesterday"])
def test_without_a_publication_relative_times_stay_open(text: str) -> None:
    found = mentions(text, None)
    assert [(one.start, one.end, one.relative) for one in found] == [(None, None, True)]


@pytest.mark.parametrize(
    "text",
    [
        "it may rain",
        "they march on",
        "Theresa May's plan",
        "April Ryan asked",
        "the Black Friday sale",
        "every Wednesday",
        "paid $2,019",
        "2000 people",
        "in room 2016",
        "on Feb. 30",
        "55/33",
        "a second term",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("published", [date.min, date.max, date(2016, 2, 29)])
def test_the_ends_of_the_calendar(published: date) -> None:
    text = (
        "Monday, in May, on Feb. 29, last year, next week, 90 years ago, the weekend, last winter"
    )
    assert len(mentions(text, published)) <= 8


PIECES = st.sampled_from(
    ["May ", "5", " ", "Monday ", "will ", "last ", "week ", "ago ", "19", "99", "’", "s", ",", "ſ",
     "the ", "early ", "century", "👩‍👧", "\0", "\r\n", "éé", "/", ":", "-", "a.m.", "Sept. ", "٣"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from([None, PUBLISHED, date.min]))
def test_any_text_gives_ordered_spans_inside_it(text: str, published: date | None) -> None:
    found = mentions(text, published)
    ends = [0, *(one.span.end for one in found)]
    assert all(end <= one.span.start < one.span.end for end, one in zip(ends, found, strict=False))
    assert ends[-1] <= len(text)
    assert all((one.start is None) == (one.end is None) for one in found)


@pytest.mark.parametrize("unit", ["Monday ", "May 5 ", "1999 ", "early ", "said to ", "1/", "the "])
def test_no_text_makes_it_slow(unit: str) -> None:
    start = time.process_time()
    mentions(unit * (20_000 // len(unit)), PUBLISHED)
    # Anything worse than linear takes far longer.
    assert time.process_time() - start < 3


def test_what_could_not_be_done_is_past() -> None:
    text = "A spokesman could not be reached for comment on Sunday."
    assert days(text) == [("Sunday", "2018-11-04", "2018-11-04")]
