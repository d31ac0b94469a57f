"""The article as text, cut where claims begin and end."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.datatypes import Finding, Origin, Span
from claimcheck.render.html.article import Segment, paragraphs
from claimcheck.render.html.relations import Shown

CONTRADICTED = Shown("contradicts", "≠", "contradicts")
SAME = Shown("same", "=", "agrees")


def test_claims_are_linked_to_what_was_found(story):
    """Each claim in its place, what lies between as it is, silent claims known as such."""
    assert paragraphs(story.report) == [
        [
            Segment(story.injured.text, 1, CONTRADICTED, is_end=True),
            Segment(" "),
            Segment(story.reopen.text, 2, SAME, is_end=True),
            Segment(" “"),
            Segment(story.warning.text, is_silent=True),
            Segment(",” said harbour master Ida Brandt. "),
            Segment(story.damage.text, is_silent=True),
        ]
    ]


def test_line_breaks_part_paragraphs(story):
    """Blank lines are no paragraphs, and a claim may run over a break."""
    article = replace(story.article, text=story.article.text.replace(" in a", "\n\nin a"))
    claim = replace(story.injured, spans=(Span(0, 69),))
    finding = replace(story.report.findings[0], claim=claim)
    report = replace(story.report, article=article, claims=(claim,), findings=(finding,))
    first, second = paragraphs(report)
    assert first == [Segment("Twelve people were injured", 1, CONTRADICTED)]
    assert second[0] == Segment(
        "in a fire at Larnhaven harbour on Monday.", 1, CONTRADICTED, is_end=True
    )


def test_the_more_telling_of_two_claims_lies_on_top(story):
    """Where claims overlap, the words lead to the one that is contradicted."""
    whole = replace(story.injured, spans=(Span(0, 110),))
    agreeing = Finding(whole, (Origin((replace(story.friday, claim=whole),)),))
    report = replace(
        story.report,
        claims=(story.injured, whole),
        findings=(story.report.findings[0], agreeing),
    )
    numbers = [(one.number, one.is_end) for one in paragraphs(report)[0][:2]]
    assert numbers == [(1, True), (2, True)]


def test_blanks_are_no_links(story):
    """What is left of a claim beside another is no link without words."""
    left = replace(story.injured, spans=(Span(0, 69),))
    finding = replace(story.report.findings[1], claim=left)
    report = replace(
        story.report,
        claims=(story.injured, left),
        findings=(story.report.findings[0], finding),
    )
    assert paragraphs(report)[0][1] == Segment(" ")


def test_pieces_of_one_claim_are_each_marked(story):
    """A claim in two pieces ends with the second; what stands between is not its."""
    claim = replace(story.injured, spans=(Span(0, 13), Span(61, 67)), text="Twelve people Monday")
    finding = replace(story.report.findings[0], claim=claim)
    report = replace(story.report, claims=(claim,), findings=(finding,))
    assert paragraphs(report)[0][:3] == [
        Segment("Twelve people", 1, CONTRADICTED),
        Segment(" were injured in a fire at Larnhaven harbour on "),
        Segment("Monday", 1, CONTRADICTED, is_end=True),
    ]
