"""Figures and times of two things are no conflict: other places, weeks, people, stock lines."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from claimcheck.compare import compare, profile
from claimcheck.datatypes import Bearing, NliScores, Relation

DAY = date(2020, 4, 23)


def relation(ours: str, theirs: str) -> Relation:
    return compare(profile(ours, DAY), profile(theirs, DAY), 0.8).relation


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Obama leads Romney by 4 points in Florida, the state that voted last.",
            "A new survey of likely voters has Obama 5 points before Romney in Ohio.",
        ),
        ("Polls open at 7 a.m. and close at 7 p.m.", "Polls close at 8 p.m."),
        ("The 44-year-old officer knelt on a man.", "The officer held a 46-year-old man."),
        ("Two girls, 14 and 15 years old, died.", "A 16-year-old girl died with two others."),
        (
            "(5) In all six states the governor lost.",
            "In all six states the governor lost 4 votes.",
        ),
        (
            "The sampling error of the whole survey is plus or minus 3.1 percentage points.",
            "The sampling error is plus or minus 3.5 percentage points.",
        ),
        ("Likud won 30 seats in the Knesset.", "Polls had Likud winning 27 seats in the Knesset."),
        ("7 things to know about the port of Hulm.", "The port of Hulm got 6 new things to know."),
        (
            "The crash near Hulm killed all 71 people on board the ferry.",
            "The crash near Hulm killed all 65 passengers and six crew members of the ferry.",
        ),
        (
            "Lee vowed Sunday to “use all the powers of this office to end the strike in Hulm.”",
            "“In the coming weeks I will use all the powers of this office to end the strike in "
            "Hulm,” Lee vowed.",
        ),
        (
            "A year ago, Lee drew a red line at the use of gas in the port of Hulm.",
            "Last week's strike crossed the red line that Lee drew at the use of gas in Hulm.",
        ),
        (
            "Warren came in third with 18 percent of all votes, Biden fourth with 16.",
            "Warren came in third with 18 percent of all votes, Biden got 16, Roe came in fifth.",
        ),
        (
            "Lee crushed Roe and won 70 percent of the total vote in the primary.",
            "Roe won a stunning 65 percent of party members against Lee in the primary.",
        ),
        (
            "In Indiana, 43 percent said that it should be legal in most cases.",
            "Overall, 57 percent said that it should be legal in most cases.",
        ),
        (
            "A lawsuit filed by Hulm and 15 other states argues that there is no basis for it.",
            "A lawsuit filed by 16 states, led by Hulm, argues that there is no basis for it.",
        ),
        ("A spokesman for Lee declined comment on it.", "A spokesman for Orr declined to comment."),
        (
            "Lee led by a point but failed to break the 50 percent mark in Hulm.",
            "Lee led the race in Hulm with 42 percent of the vote to a point less.",
        ),
        (
            "Ann Lee, former mayor of Hulm, is dead at 77",
            "Ann Lee, former mayor of Hulm, dies age 77",
        ),
        (
            "Lee said in the port on Monday that the ferry to Hulm would sail again next year.",
            "Lee said in the port on Monday that the ferry to Hulm would sail, he said Friday.",
        ),
        (
            "First tests were run at the state laboratory in Hulm and came back late Wednesday.",
            "First tests were run at the state laboratory in Hulm and came back around midnight.",
        ),
        (
            "Republicans, who will be defending 21 seats in the Senate, may impede the plan.",
            "Democrats would have to defend all 26 of their seats in the Senate to impede it.",
        ),
        ("The bi-partisan plan for the port of Hulm.", "The bipartisan plan for the port of Hulm."),
        # One who is named and the rest, two polls, two parts of a whole, a supposition, a start.
        (
            "Hulm and five ports have reached a historic deal with Spain on ferry lines.",
            "Spain and six ports led by Hulm reached a historic deal, a win for ferry lines.",
        ),
        (
            "The Brandt poll finds that 81 percent of adults in Hulm support the ferry line.",
            "In Hulm, support for the ferry line is at 70 percent in a Holm Research poll.",
        ),
        (
            "Mr Lee won the Giron ward of Hulm by 19%.",
            "In the Giron ward of Hulm the Greens make up nearly half, and Liberals make up 23%.",
        ),
        (
            "Raising the ferry fare to $10.10 in Hulm will cost half a million crowns, Lee found.",
            "If the lowest fare for any of the ferries of Hulm were raised to $9, Roe sees loss.",
        ),
        (
            "The ferry fare for the port of Hulm is raised in three steps from $7.25.",
            "A study of Hulm looked at raising the ferry fare to $9, which few pay.",
        ),
        (
            "The ferry fare of $10.10 in Hulm is raised in steps until July.",
            "Lee looked at raising the ferry fare in Hulm to $9 and $10.10.",
        ),
        (
            "After a repeal 32 million people would lose the ferry in Hulm, 19 million the bus.",
            "According to Lee, a repeal left 22 million people without a ferry in Hulm.",
        ),
        (
            "The deaths in Hulm stood at 777 on Friday, down from 799 deaths, Lee said.",
            "Of all the deaths told on Friday, 783 were in Hulm, Lee said.",
        ),
        (
            "“Hulm has about 200 kg of fuel, and in six months it will have zero,” Lee said.",
            "“Hulm has about 200 kg of fuel. In six months, it will have zero — zero,” Lee said.",
        ),
        (
            "Lee vowed Sunday to use all powers of this office in Hulm to end the strike.",
            "Lee vowed in the coming weeks to use all powers of his office in Hulm to end it.",
        ),
        (
            "In Rowan County the clerks did not issue licences for the ferry.",
            "In Casey County the clerks issued licences for the ferry.",
        ),
        (
            "Lee was to claim all 14 seats of Hulm and 75 of the 81 seats awarded by ward.",
            "Lee claimed 14 of the 95 seats of Hulm by winning it.",
        ),
        (
            "“After 3 1/2 years of putting every other ferry first,” Lee said in Hulm.",
            "“After three-and-a-half years of putting every other ferry first,” Lee said in Hulm.",
        ),
        # Two parties, a mean and one month, what is needed and what was won, an end and a day.
        (
            "The poll in Hulm of all adults, with 389 Liberal or Liberal-leaning ones, was online.",
            "The poll in Hulm of all adults, with 345 Green or Green leaning ones, was online.",
        ),
        (
            "The port of Hulm added 163,000 jobs in July, said the Labour Office.",
            "On average the port of Hulm added 151,000 jobs a month, said the Labour Office.",
        ),
        (
            "In Hulm Lee needs 270 votes of the electors on Monday.",
            "In Hulm Lee won 304 votes of the electors on Monday.",
        ),
        (
            "Lee emerges as the party's nominee in Hulm, turns focus to November",
            "Lee emerged as the party's nominee in Hulm in May.",
        ),
        (
            "A timeline of the long life of Anna Holm.",
            "A timeline of the long life of Peter Brandt.",
        ),
        ("Lee spent two years on the inquiry.", "Lee spent 22 months on the inquiry."),
        (
            "She held the post for three-and-a-half years before the vote in Hulm.",
            "She held the post for 3½ years before the vote in Hulm.",
        ),
        ("A spokesman for Lee declined to comment.", "A spokesman for Orr declined to comment."),
        (
            "House Minority Leader Ann Holm called for Lee to resign Wednesday night.",
            "House Democratic Leader Ann Holm called for Lee to resign Wednesday night.",
        ),
        (
            "Ann Holm, who has accused Judge Roe of assault, has agreed to testify before the "
            "Senate panel, her lawyers said Saturday.",
            "Ann Holm, who has accused Judge Roe of assault, has agreed to testify before the "
            "Senate panel on Thursday.",
        ),
        (
            "At 3 a.m., Lee emerged from the room still insisting the vote was in time.",
            "An hour later, Lee emerged from the room still insisting the vote was in time.",
        ),
    ],
)
def test_of_two_things(ours: str, theirs: str) -> None:
    assert relation(ours, theirs) is not Relation.CONTRADICTS


def test_what_has_come_to_be_since_is_an_update() -> None:
    ours = profile("The mayor of Hulm has not been tested for the virus.", DAY)
    theirs = "Aides say so: the mayor of Hulm was tested for the virus at the port on Monday night."
    found = compare(ours, profile(theirs, DAY + timedelta(days=2)), 0.8)
    assert [one.bearing for one in found.differences if one.kind == "negation"] == [Bearing.UPDATE]


def test_what_is_hardly_sure_is_no_contradiction() -> None:
    ours = profile(
        "On Monday the council did not approve the ferry line to Hulm after a long night"
    )
    theirs = profile(
        "The council approved the ferry line to Hulm, which three owners had asked for"
    )
    judged = [NliScores(0.1, 0.7, 0.2), NliScores(0.1, 0.4, 0.5)]
    relations = [compare(ours, theirs, 0.8, (one, one)).relation for one in judged]
    assert relations == [Relation.DIFFERS, Relation.CONTRADICTS]


def test_long_claims_are_less_surely_of_one_fact() -> None:
    ours = profile(
        "On Monday the council did not approve the ferry line to Hulm after a long night"
    )
    theirs = "The council approved the ferry line to Hulm, which three owners had asked for"
    aside = ", and then spoke at length of a road, a school, two parks and a bridge" * 5
    scores = NliScores(0.1, 0.4, 0.5)
    found = [compare(ours, profile(t), 0.8, (scores, scores)) for t in (theirs, theirs + aside)]
    relations = [one.relation for one in found]
    assert relations == [Relation.CONTRADICTS, Relation.DIFFERS]


def test_of_one_place_they_conflict() -> None:
    theirs = "Obama leads Romney by 5 points in Ohio."
    assert relation("Obama leads Romney by 4 points in Ohio.", theirs) is Relation.CONTRADICTS


def test_of_two_weeks_a_figure_has_moved_on() -> None:
    ours = "For the week ended April 11, 5.2 million people claimed jobless benefits."
    theirs = "For the week ended April 18, 4.4 million people claimed jobless benefits."
    found = compare(profile(ours, DAY), profile(theirs, DAY), 0.9)
    bearings = {one.bearing for one in found.differences if one.claim_value == "5,200,000 person"}
    assert bearings == {Bearing.UPDATE}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The house passed $7.9 billion in aid.", "The house passed $7.85 billion in aid."),
        ("It removed 9 videos within 24 hours.", "It removed 9 videos within the first 24 hours."),
    ],
)
def test_the_same_figure_is_no_conflict(ours: str, theirs: str) -> None:
    assert relation(ours, theirs) is not Relation.CONTRADICTS


def test_both_deny_in_other_places_of_the_sentence() -> None:
    ours = "A spokesman for Mansour denied that the appointment was ever certain."
    theirs = (
        "A spokesman for Mansour told reporters that talks went on, denying that the appointment"
        " was ever certain."
    )
    assert relation(ours, theirs) is not Relation.CONTRADICTS


def test_that_somebody_did_not_answer_is_no_conflict() -> None:
    ours = "The Clinton campaign did not respond Saturday to a request for comment."
    assert relation(ours, ours.replace("Clinton", "Trump")) is not Relation.CONTRADICTS


@pytest.mark.parametrize(("days", "bearing"), [(1, Bearing.UPDATE), (-1, Bearing.CONFLICT)])
def test_what_holds_now_has_moved_on_since_the_day_before(days: int, bearing: Bearing) -> None:
    ours = "Holm had a lead over Mr. Lee in the delegate race, 2,165 delegates, by our tally."
    theirs = "Holm now has a lead over Mr. Lee in the delegate race, 2,202 delegates, by our tally."
    found = compare(profile(ours, DAY), profile(theirs, DAY + timedelta(days=days)), 0.9)
    assert [one.bearing for one in found.differences] == [bearing]
