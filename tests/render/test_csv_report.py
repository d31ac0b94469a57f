"""The CSV report."""

from __future__ import annotations

import csv as stdlib_csv
import io
from dataclasses import replace

import pytest

from claimcheck.datatypes import Finding, Origin, Scores
from claimcheck.render import csv

HEAD = (
    "article_title,claim,start,end,relation,confidence,differences,here,there,outlet,date,url,"
    "evidence,origin,is_copy,similarity,why,signature,"
    "bearings,here_values,there_values,id,judgement,note\r\n"
)


def _read(text):
    return list(stdlib_csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_for_each_match(story):
    """Copies have their own row and say so."""
    rows = _read(csv.report(story.report))[:4]
    assert [(row["outlet"], row["relation"], row["origin"], row["is_copy"]) for row in rows] == [
        ("Harbour Post", "contradicts", "1", "no"),
        ("Northern Wire", "differs", "2", "no"),
        ("Evening Echo", "differs", "2", "yes"),
        ("Evening Echo", "same", "1", "no"),
    ]


def test_whole_row(story):
    """Fields are quoted only where they must be."""
    finding = Finding(story.injured, (Origin((story.nobody,)),))
    report = replace(story.report, claims=(story.injured,), findings=(finding,))
    assert csv.report(report) == HEAD + (
        "Twelve hurt in harbour fire,"
        "Twelve people were injured in a fire at Larnhaven harbour on Monday.,0,68,"
        "contradicts,0.91,negation,Twelve people,Nobody,"
        "Harbour Post,2024-05-07,https://post.example/nobody,"
        "Nobody was injured in the fire at Larnhaven harbour.,1,no,0.83,"
        '"One says that people were injured, the other that nobody was.",'
        "seg:1|enc:minilm@ab12|store:exact|k:20|nli:none|v:0.1.0,"
        f",,,{story.nobody.id},,\r\n"
    )


def test_several_differences_keep_their_places(story):
    """The words of the second difference stand second on both sides."""
    row = _read(csv.report(story.report))[1]
    assert row["differences"] == "number; added"
    assert row["here"] == "Twelve; on Monday"
    assert row["there"] == "At least 10;"
    assert row["bearings"] == row["here_values"] == ""


def test_what_differences_mean_and_what_a_person_decided(story):
    """Bearings and values stand in the places of their differences."""
    row = _read(csv.report(story.full))[0]
    assert (row["bearings"], row["here_values"], row["there_values"]) == (
        "update;",
        "12;",
        "at least 10;",
    )
    assert (row["judgement"], row["note"]) == ("confirmed", "Figures of Monday")


def test_omitted_and_silent_claims_have_rows(story):
    """One table holds the whole report; the relation says what kind of row it is."""
    rows = _read(csv.report(story.full))[2:]
    shown = ("relation", "claim", "start", "outlet", "evidence", "origin", "is_copy")
    wire, police = "Police are looking for two witnesses.", story.omission.origins[1][0].text
    assert [tuple(row[name] for name in shown) for row in rows] == [
        ("omitted", "", "", "Northern Wire", wire, "1", "no"),
        ("omitted", "", "", "Evening Echo", wire, "1", "yes"),
        ("omitted", "", "", "Harbour Post", police, "2", "no"),
        ("silent", "We never received a warning", "112", "", "", "", ""),
    ]


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\x00\r\n =1", "'=1"),
        ("＝1", "'＝1"),
        ("﹢1", "'﹢1"),
        ("−1", "'−1"),
        ('"=1"', '\'"=1"'),
        ("'=1", "''=1"),
        ("\u200b\ufeff=1", "'\u200b\ufeff=1"),
        ("\u3000\u00a0=1", "'=1"),
        ("a;=1", "a;'=1"),
        ('a; "@b; c-d;;+1', "a;' \"@b; c-d;;'+1"),
        ("Well-known = e@mail", "Well-known = e@mail"),
        ("a\r\nb \x1b[31m\u202e", "a b [31m"),
        ("1 = 1", "1 = 1"),
    ],
)
def test_no_cell_is_a_formula(story, title, cell):
    """A spreadsheet shows the text and runs nothing."""
    report = replace(story.report, article=replace(story.article, title=title))
    assert _read(csv.report(report))[0]["article_title"] == cell


def test_numbers_stay_numbers(story):
    """A negative similarity is ours, not a formula; one that is no number is an empty cell."""
    matches = [replace(story.friday, scores=Scores(value)) for value in (-1 / 3, float("nan"))]
    finding = Finding(story.reopen, (Origin(tuple(matches)),))
    rows = _read(csv.report(replace(story.report, findings=(finding,))))[:2]
    assert [row["similarity"] for row in rows] == ["-0.333333", ""]


def test_address_is_one_word(story):
    """A blank in an address would end the link in a spreadsheet."""
    citation = replace(story.friday.evidence.citation, url="https://x.example/a b")
    friday = replace(story.friday, evidence=replace(story.friday.evidence, citation=citation))
    finding = Finding(story.reopen, (Origin((friday,)),))
    rows = _read(csv.report(replace(story.report, findings=(finding,))))
    assert rows[0]["url"] == "https://x.example/a%20b"


def test_no_claims(story):
    """The head alone."""
    assert csv.report(replace(story.report, claims=(), findings=())) == HEAD
