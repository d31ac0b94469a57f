"""What one near copy changes in another: one edit, one difference of its kind."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.compare import analyse, profile
from claimcheck.compare.differences import differences
from claimcheck.datatypes import Bearing

DAY = date(2024, 5, 6)


def told(ours: str, theirs: str, day: date = DAY) -> list[tuple[str, str, str]]:
    """Return kind and words of what differs."""
    found = differences(*analyse([profile(ours, DAY), profile(theirs, day)]))
    return [
        (
            one.kind.value,
            one.difference.in_claim.of(ours) if one.difference.in_claim else "",
            one.difference.in_evidence.of(theirs) if one.difference.in_evidence else "",
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("paid $60 million", "paid €60 million", ("number", "$60 million", "€60 million")),
        ("paid $60 million", "paid $60 billion", ("number", "$60 million", "$60 billion")),
        ("hired 28 cooks", "hired 90 cooks", ("number", "28 cooks", "90 cooks")),
        (
            "hired at least five cooks",
            "hired at least three cooks",
            ("number", "at least five cooks", "at least three cooks"),
        ),
        ("hired several cooks", "hired 28 cooks", ("precision", "several", "28 cooks")),
        ("closed 10 days after", "closed 10 weeks after", ("number", "10 days", "10 weeks")),
        ("grew 10 miles", "grew 10 kilometers", ("number", "10 miles", "10 kilometers")),
        (
            "hired five House cooks",
            "hired six House cooks",
            ("number", "five House cooks", "six House cooks"),
        ),
        ("closed in July", "closed in August", ("time", "July", "August")),
        ("closed on Monday", "closed on Tuesday", ("time", "Monday", "Tuesday")),
        (
            "closed in the last 10 years",
            "closed in the last 10 months",
            ("time", "the last 10 years", "the last 10 months"),
        ),
        ("closed on May 3", "closed in May", ("precision", "May 3", "May")),
        ("closed before the sale", "closed after the sale", ("time", "before", "after")),
        ("will close", "may close", ("modality", "will", "may")),
        ("must close", "should close", ("modality", "must", "should")),
        ("closed", "reportedly closed", ("modality", "", "reportedly")),
        ("was closed", "was never closed", ("negation", "closed in the", "never")),
        ("approved the plan", "rejected the plan", ("negation", "approved", "rejected")),
        ("hired a cook", "hired a gardener", ("entity", "cook", "gardener")),
        ("opened in Hulm", "opened in Orlen", ("entity", "Hulm", "Orlen")),
        ("is a front-runner", "is an undisputed front-runner", ("wording", "", "undisputed")),
    ],
)
def test_one_edit_is_one_difference(ours: str, theirs: str, expected: tuple[str, str, str]) -> None:
    frame = "The Drummel mill {} in the northern harbour district, the council heard there."
    [found] = told(frame.format(ours), frame.format(theirs))
    assert found == expected


def test_another_speaker_is_attribution_not_another_name() -> None:
    ours = "“The harbour will be dredged again,” said Anna Holm of the port office."
    theirs = "“The harbour will be dredged again,” said Peter Brandt of the port office."
    assert told(ours, theirs) == [
        ("attribution", "Anna Holm of the port office", "Peter Brandt of the port office")
    ]


def test_a_denial_at_another_place_is_none_of_the_other_side() -> None:
    ours = "Holm was a Hulm Port College student until 2012 but did not graduate, the school said."
    theirs = "Holm did not graduate from Hulm Port College, the school said."
    added = ("added", "student until 2012 but did not graduate", "")
    assert told(ours, theirs) == [added]


def test_an_office_is_a_noun_as_others() -> None:
    ours = "“We cannot afford to have a president who melts,” Anna Holm said."
    theirs = "“We cannot afford to have a world who melts,” Anna Holm said."
    assert told(ours, theirs) == [("entity", "president", "world")]


def test_a_speaker_who_is_only_he_is_no_other_speaker() -> None:
    ours = "“The port of Hulm will stay open for all ferries this year,” Anna Holm said."
    theirs = "“The port of Hulm will stay open for all ferries this year,” she said."
    assert told(ours, theirs) == []


def test_a_source_that_is_gone_is_attribution() -> None:
    ours = "According to the port office, the harbour at Hulm will be dredged again."
    theirs = "The harbour at Hulm will be dredged again."
    assert told(ours, theirs) == [("attribution", "According to the port office", "")]


def test_said_and_denied_are_opposites() -> None:
    ours = "Mayor Anna Holm said that the harbour had been dredged twice."
    theirs = "Mayor Anna Holm denied that the harbour had been dredged twice."
    assert told(ours, theirs) == [("negation", "said", "denied")]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("212 people were on board the ferry", "212 passengers were on board the ferry"),
        ("Sen. Holm opened the new ferry line", "Senator Holm opened the new ferry line"),
        ("Twelve people opened the ferry line", "12 people opened the ferry line"),
        ("On 6 May the ferry line was opened", "On Monday the ferry line was opened"),
    ],
)
def test_the_same_in_other_words_tells_nothing_apart(ours: str, theirs: str) -> None:
    found = differences(*analyse([profile(ours, DAY), profile(theirs, DAY)]))
    assert [one for one in found if one.telling] == []


def test_a_figure_of_a_later_week_may_be_an_update() -> None:
    claims = "The storm killed 12 people in Hulm.", "The storm killed 15 people in Hulm."
    later = date(2024, 5, 16)
    bearings = [
        [
            one.difference.bearing
            for one in differences(*analyse([profile(a, DAY), profile(b, day)]))
        ]
        for a, b, day in ((*claims, DAY), (*claims, later))
    ]
    assert bearings == [[Bearing.CONFLICT], [Bearing.UPDATE]]


def test_a_bound_that_allows_a_figure_is_compatible_with_it() -> None:
    pair = "The storm killed 12 people in Hulm.", "The storm killed at least 10 people in Hulm."
    [found] = differences(*analyse([profile(text, DAY) for text in pair]))
    one = found.difference
    assert (one.bearing, one.claim_value, one.evidence_value) == (
        Bearing.COMPATIBLE,
        "12 person",
        "at least 10 person",
    )


def test_a_supposition_denies_nothing() -> None:
    ours = "Unless the council passes the harbour budget, Hulm will close the pier."
    theirs = "Unless the council does not pass the harbour budget, Hulm will close the pier."
    found = differences(*analyse([profile(text, DAY) for text in (ours, theirs)]))
    assert [(one.kind.value, one.conflict) for one in found] == [("negation", False)]


def test_a_denial_in_an_added_clause_denies_nothing() -> None:
    said = "the purpose of the dredging has been clear for many years,” Anna Holm said."
    ours, theirs = f"“{said}", f"“While we will not discuss prices, {said}"
    assert "negation" not in {kind for kind, _, _ in told(ours, theirs)}


def test_a_denial_in_a_replaced_clause_denies_nothing() -> None:
    said = "said Hulm must “condemn piracy, smuggling and the theft of coastal nets” on Monday."
    ours, theirs = f"The mayor, who has insisted that he is no coward, {said}", f"Anna Holm {said}"
    assert "negation" not in {kind for kind, _, _ in told(ours, theirs)}


def test_of_replaced_words_only_the_new_ones_are_shown() -> None:
    ours = "The mayor of Hulm said the fishermen must “condemn piracy and smuggling” on Monday."
    theirs = "The mayor of Hulm said on Monday our islands must “condemn piracy and smuggling”."
    assert told(ours, theirs) == [("entity", "fishermen", "islands")]
