"""Counting, sentences and the words for parts of a match."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from claimcheck.datatypes import (
    Bearing,
    Decision,
    Difference,
    DifferenceKind,
    Finding,
    Judgement,
    Origin,
    Relation,
    Span,
)
from claimcheck.render import FORMATS, summary, wording
from claimcheck.render.summary import Counts


def _as(match, relation):
    return replace(match, comparison=replace(match.comparison, relation=relation))


def test_claim_counts_once_under_its_strongest_relation(story):
    """Claim 1 is contradicted by one outlet and differs from two: one contradiction."""
    assert summary.count(story.report) == Counts(4, 9, 3, 3, 1, 0, 1, 0, 2)


def test_copies_count_for_the_strongest_relation(story):
    """A contradiction in a reprint is not lost behind the lead of its group."""
    origin = Origin((story.friday, _as(story.friday, Relation.CONTRADICTS)))
    report = replace(story.report, findings=(Finding(story.reopen, (origin,)),))
    assert summary.count(report) == Counts(4, 9, 3, 1, 1, 0, 0, 0, 3)


def test_related_claims_have_their_own_count(story):
    """Related is neither agreement nor silence, and the counts still add up."""
    origin = Origin((_as(story.friday, Relation.RELATED),))
    report = replace(story.report, findings=(Finding(story.reopen, (origin,)),))
    assert summary.sentence(report) == (
        "4 claims compared with 3 other outlets (9 pairs of claims): 0 contradicted,"
        " 0 reported differently, 0 reported the same, 1 only related, 3 not found elsewhere."
        " What was found goes back to 1 independent origin."
    )


def test_rejected_matches_are_counted(story):
    """What a person's decisions left out is said, and nothing where they left out nothing."""
    said = [summary.sentence(replace(story.report, rejected=n)) for n in (0, 1, 2)]
    assert [text.partition("independent origins.")[2] for text in said] == [
        "",
        " 1 match that you rejected is left out.",
        " 2 matches that you rejected are left out.",
    ]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Ein Satz.", True),
        (None, "The mayor of Hulm said that the ferry is late. " * 4, False),
        (None, "Die Fähre nach Hulm kam am Montag nicht an, sagte die Bürgermeisterin. " * 4, True),
    ],
)
def test_advice_for_an_article_in_another_language(story, language, text, told):
    """The rules read English only, and that is said."""
    article = replace(story.article, language=language, text=text)
    given = summary.advice(replace(story.report, article=article))
    assert (given == summary.FOREIGN) is told


def test_foremost_puts_contradictions_first(story):
    """The report's own order holds within a relation; agreement is left out."""
    differs, same, contradicts = (
        Finding(story.reopen, (Origin((_as(story.friday, relation),)),))
        for relation in (Relation.DIFFERS, Relation.SAME, Relation.CONTRADICTS)
    )
    report = replace(story.report, findings=(differs, same, contradicts, differs, differs))
    assert summary.foremost(report) == [(3, contradicts), (1, differs), (4, differs)]


def test_advice(story):
    """What is missing decides what the reader is told."""
    empty = replace(story.report, findings=())
    assert summary.advice(story.report) is None
    assert summary.advice(empty).startswith("No other outlet in the index")
    assert summary.advice(replace(empty, outlets=0)).startswith("No claims of other outlets")
    assert summary.advice(replace(empty, claims=())).startswith("No claims were found")


@pytest.mark.parametrize(
    ("here", "there", "phrase"),
    [
        (Span(0, 6), Span(0, 6), "time: “Twelve” here, “Nobody” there"),
        (Span(0, 6), None, "time: “Twelve” only here"),
        (None, Span(0, 6), "time: “Nobody” only there"),
        (None, None, "time"),
    ],
)
def test_difference(story, here, there, phrase):
    """A side without words is said to be without."""
    item = Difference(DifferenceKind.TIME, here, there)
    assert wording.difference(item, story.nobody) == phrase


@pytest.mark.parametrize(
    ("bearing", "published", "phrase"),
    [
        ("update", "2024-05-08", "number, update: “Twelve” (12) here, later “15” there"),
        ("update", "2024-05-05", "number, update: “Twelve” (12) here, earlier “15” there"),
        ("update", "2024-05-06T23:00", "number, update: “Twelve” (12) here, “15” there"),
        ("update", None, "number, update: “Twelve” (12) here, “15” there"),
        ("conflict", "2024-05-08", "number, conflict: “Twelve” (12) here, “15” there"),
        (None, "2024-05-08", "number: “Twelve” (12) here, “15” there"),
    ],
)
def test_bearing(story, bearing, published, phrase):
    """An update says which side is later; a value stands where the words do not say it."""
    citation = replace(story.nobody.evidence.citation, published=published)
    evidence = replace(story.nobody.evidence, citation=citation, text="15 were injured.")
    match = replace(story.nobody, evidence=evidence)
    item = Difference(
        DifferenceKind.NUMBER, Span(0, 6), Span(0, 2), bearing and Bearing(bearing), "12", "15"
    )
    assert wording.difference(item, match) == phrase


@pytest.mark.parametrize(
    ("kind", "said", "value", "shown"),
    [
        ("number", "Twelve", "12 person", "“Twelve” (12 person)"),
        ("number", "$2.4 billion", "2,400,000,000 USD", "“$2.4 billion”"),
        ("time", "May 7", "2024-05-07", "“May 7” (2024-05-07)"),
        ("time", "2024-05-07", "2024-05-07", "“2024-05-07”"),
        ("modality", "Likely", "likely", "“Likely”"),
        ("modality", "Likely", None, "“Likely”"),
    ],
)
def test_values_stand_where_the_words_do_not_say_them(story, kind, said, value, shown):
    """Figures speak for themselves; numbers in words, and days without a year, do not."""
    match = replace(story.nobody, claim=replace(story.injured, text=said))
    item = Difference(DifferenceKind(kind), Span(0, len(said)), None, None, value)
    assert wording.difference(item, match) == f"{kind}: {shown} only here"


@pytest.mark.parametrize(
    ("made", "phrase"),
    [
        (None, ""),
        (Decision(None), ""),
        (Decision(None, " \n"), ""),
        (Decision(Judgement.CONFIRMED), "confirmed by you"),
        (Decision(Judgement.REJECTED, "", "2024-05-08T09:00:00Z"), "rejected by you on 2024-05-08"),
        (Decision(None, "Ask", "2024-05-08T09:00:00Z"), "noted by you on 2024-05-08: Ask"),
    ],
)
def test_decision(story, made, phrase):
    """What a person decided, when, and the note."""
    assert wording.decision(replace(story.nobody, decision=made)) == phrase


def test_omission_in_a_line(story):
    """Who says it best, how many others say it, and in which words."""
    assert wording.omission_gist(story.omission) == (
        "Northern Wire and 1 other independent origin report:"
        " “Police are looking for two witnesses.”"
    )
    assert summary.omission_tally(story.omission) == "2 independent origins, 3 claims"


def test_pieces_merge_overlaps_and_leave_blanks_outside():
    """Two differences over the same words give one mark, without blanks at its ends."""
    marks = [Span(10, 12), Span(5, 10), None, Span(3, 7), Span(15, 15), Span(18, 99)]
    assert wording.pieces("At least 10 people  here", marks) == [
        ("At ", False),
        ("least 10", True),
        (" people ", False),
        ("here", True),
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_speaks_of_truth(story, name):
    """The report is about agreement between outlets; scripts and attributes are no text."""
    text = (FORMATS[name](story.report) + FORMATS[name](story.full)).lower()
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", text, flags=re.DOTALL)
    assert not re.findall(r"\b(verdict|true|false|fake)\b", text)


def test_formats_say_the_same(story):
    """The numbers of the sentence are those of the JSON summary."""
    sentence = summary.sentence(story.report)
    numbers = json.loads(FORMATS["json"](story.report))["summary"]
    assert sentence in FORMATS["markdown"](story.report)
    assert numbers == {
        "claims": 4,
        "compared": 9,
        "outlets": 3,
        "origins": 3,
        "contradicts": 1,
        "differs": 0,
        "same": 1,
        "related": 0,
        "silent": 2,
    }
