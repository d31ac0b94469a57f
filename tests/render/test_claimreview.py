"""Drafts of ClaimReview, valid by the rules of schema.org."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimcheck.datatypes import Decision, Finding, Judgement, Origin, Relation
from claimcheck.render import claimreview

RULES = json.loads((Path(__file__).parent / "schema_org.json").read_text("utf-8"))

COAST = {
    "@type": "NewsArticle",
    "url": "https://coast.example/fire",
    "headline": "Twelve hurt in harbour fire",
    "datePublished": "2024-05-06T18:00:00+02:00",
    "publisher": {"@type": "Organization", "name": "Coast Daily"},
}
ECHO = {
    "@type": "NewsArticle",
    "url": "https://echo.example/fire",
    "datePublished": "2024-05-07",
    "publisher": {"@type": "Organization", "name": "Evening Echo"},
}


def _drafts(report):
    return json.loads(claimreview.report(report))


def _faults(drafts):
    return [fault.message for fault in Draft202012Validator(RULES).iter_errors(drafts)]


def _of(story, ours, *matches):
    """Return the only draft for a claim and the matches of others."""
    finding = Finding(ours, (Origin(matches),))
    return _drafts(replace(story.report, findings=(finding,)))[0]


def _same(match, **more):
    """Return the match as one of agreement, its citation changed."""
    citation = replace(match.evidence.citation, **more)
    comparison = replace(match.comparison, relation=Relation.SAME, differences=())
    return replace(
        match, evidence=replace(match.evidence, citation=citation), comparison=comparison
    )


def test_whole_draft(story):
    """Which claim, whose, where it appears, and who reports otherwise."""
    warning = replace(story.warning, speaker="Ida Brandt")
    assert _of(story, warning, story.nobody, _same(story.reprint)) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "Larnhaven harbour never received a warning",
        "itemReviewed": {
            "@type": "Claim",
            "text": "We never received a warning",
            "author": {"@type": "Person", "name": "Ida Brandt"},
            "appearance": [COAST, ECHO],
            "firstAppearance": COAST,
        },
        "citation": [
            {
                "@type": "NewsArticle",
                "url": "https://post.example/nobody",
                "datePublished": "2024-05-07",
                "publisher": {"@type": "Organization", "name": "Harbour Post"},
            }
        ],
    }


def test_drafts_are_valid(story):
    """Every type and property is schema.org's, and so are those that a person adds."""
    drafts = [*_drafts(story.report), *_drafts(story.full)]
    rating = {"@type": "Rating", "ratingValue": 3, "alternateName": "Half of it holds"}
    reviewer = {"@type": "Organization", "name": "Coast Check", "url": "https://check.example/"}
    more = {"url": "https://check.example/1", "author": reviewer, "reviewRating": rating}
    completed = [{**draft, **more, "datePublished": "2024-05-09"} for draft in drafts]
    assert (len(drafts), _faults(drafts), _faults(completed)) == (2, [], [])


@pytest.mark.parametrize(
    "change",
    [
        {"@context": "https://example.org"},
        {"claimReviewed": ""},
        {"comment": "to be completed"},
        {"itemReviewed": {"@type": "Claim", "appearance": ["Coast Daily"]}},
        {"itemReviewed": {"@type": "Claim", "author": {"@type": "Place", "name": "Larnhaven"}}},
        {"citation": [{"@type": "NewsArticle", "url": "javascript:alert(1)"}]},
        {"citation": [{"@type": "NewsArticle", "datePublished": "May 2024"}]},
    ],
)
def test_the_rules_refuse_what_is_not_schema_orgs(story, change):
    """The check above would find a property, type or value that isn't schema.org's."""
    drafts = [{**draft, **change} for draft in _drafts(story.full)]
    assert len(_faults(drafts)) == 1


def test_no_rating_is_given(story):
    """Nothing that only the reviewer can say is in a draft."""
    fields = {name for draft in _drafts(story.report) for name in draft}
    assert fields == {"@context", "@type", "claimReviewed", "itemReviewed", "citation"}


def test_only_what_others_report_otherwise_gives_a_draft(story):
    """Agreement needs no review; without findings the list is empty."""
    agreed = replace(story.report, findings=(Finding(story.reopen, (Origin((story.friday,)),)),))
    assert claimreview.report(agreed) == "[]\n"


def test_what_a_person_rejected_is_in_no_draft(story):
    """Neither among those that report otherwise, nor as the reason for a draft."""
    rejected = replace(story.nobody, decision=Decision(Judgement.REJECTED))
    draft = _of(story, story.injured, rejected, story.reprint)
    assert [work["url"] for work in draft["citation"]] == ["https://echo.example/fire"]
    finding = Finding(story.injured, (Origin((rejected,)),))
    assert _drafts(replace(story.report, findings=(finding,))) == []


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2024-05-05", "2024-05-07"), "2024-05-05"),
        (("2024-05-07", "2024-05-08"), "2024-05-06T18:00:00+02:00"),
        (("2024-05-06T07:00:00Z", "2024-05-07"), None),
        (("2024-05-05", None), None),
        (("2024-05-06",), None),
        ((), None),
    ],
    ids=["another outlet", "the article", "two on one day", "one undated", "all one day", "alone"],
)
def test_first_appearance_only_where_it_is_sure(story, days, first):
    """Each article that makes the claim has a day, and one is before all others."""
    same = (
        _same(story.reprint, article_id=str(number), published=day)
        for number, day in enumerate(days)
    )
    claim = _of(story, story.injured, story.nobody, *same)["itemReviewed"]
    expected = [one for one in claim["appearance"] if one.get("datePublished") == first]
    assert claim.get("firstAppearance") == (expected[0] if first else None)


@pytest.mark.parametrize(
    ("speaker", "author"),
    [
        ("Ida Brandt", "Person"),
        ("Maria van der Meer", "Person"),
        ("John McCain", "Person"),
        ("Larnhaven Harbour Authority", "Organization"),
        ("Kremlin", None),
        ("Brandt", None),
        ("Grace Church", None),
        ("Villagers on the coast", None),
        ("Ida Brandt and Colm Devery", None),
        (None, None),
    ],
)
def test_author_only_where_the_name_tells_what_it_names(story, speaker, author):
    """A speaker is named where it's sure whether that is a person or a body."""
    claim = _of(story, replace(story.injured, speaker=speaker), story.nobody)["itemReviewed"]
    expected = author and {"@type": author, "name": speaker}
    assert claim.get("author") == expected


def test_what_is_not_known_is_left_out(story):
    """No empty value, no address that is none of the web's, no date that is none."""
    bare = _same(story.reprint, outlet="", url="ftp://x.example", published="2024-02-31")
    assert _of(story, story.injured, story.nobody, bare)["itemReviewed"]["appearance"] == [
        COAST,
        {"@type": "NewsArticle"},
    ]


def test_an_article_appears_once(story):
    """An article that bears on the claim in two places is one work."""
    draft = _of(story, story.injured, story.nobody, story.nobody, *[_same(story.reprint)] * 2)
    assert (len(draft["citation"]), draft["itemReviewed"]["appearance"]) == (1, [COAST, ECHO])


def test_a_draft_can_be_pasted_into_a_page(story):
    """No text of an article ends the script element that holds the draft."""
    words = "a</script><!-- & b"
    finding = Finding(replace(story.injured, text=words), (Origin((story.nobody,)),))
    text = claimreview.report(replace(story.report, findings=(finding,)))
    assert not set(text) & set("<>&")
    assert json.loads(text)[0]["claimReviewed"] == words
