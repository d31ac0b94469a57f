"""Findings as the page shows them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.datatypes import (
    Citation,
    Claim,
    Decision,
    Finding,
    Judgement,
    Origin,
    Span,
)
from claimcheck.render.html.changes import Change, Words
from claimcheck.render.html.findings import Source, gist, in_place, items, quote, source
from claimcheck.render.html.marks import Piece
from claimcheck.render.html.relations import Shown


def test_a_finding_in_words(story):
    """The strongest relation gives the heading, the origins are counted, the outlets named."""
    first, second = items(story.report.findings, story.article)
    assert (first.number, first.relation, first.passive, first.outlets) == (
        1,
        Shown("contradicts", "≠", "contradicts"),
        "contradicted",
        "Harbour Post, Northern Wire",
    )
    assert (second.number, second.tally) == (2, "1 independent origin, 1 matching claim")


def test_a_pair(story):
    """Both sides with their marks, what differs in words, where it stands, its copies."""
    pair = items(story.full.findings, story.article)[0].full[0]
    assert [(piece.text, piece.kinds) for piece in pair.here.pieces if piece.kinds] == [
        ("Twelve", "number"),
        ("on Monday", "added"),
    ]
    assert [piece.text for piece in pair.there.pieces if piece.kinds] == ["At least 10"]
    assert [one.outlet for one in pair.copies] == ["Evening Echo"]
    assert pair.source == source(story.at_least.evidence.citation)


def test_an_update_goes_from_the_earlier_to_the_later(story):
    """`12 → 15`, whichever side is ours; without an order only the words are told."""
    steps = []
    for day in ("2024-05-08", "2024-05-01", "2024-05-06", None):
        citation = replace(story.update.evidence.citation, published=day)
        match = replace(story.update, evidence=replace(story.update.evidence, citation=citation))
        finding = Finding(story.injured, (Origin((match,)),))
        steps.append(items([finding], story.article)[0].full[0].changes[0])
    assert [(one.order, one.step) for one in steps] == [
        ("later", "12 → at least 10"),
        ("earlier", "at least 10 → 12"),
        ("", ""),
        ("", ""),
    ]


def test_differences_in_words(story):
    """Each side's words, with what they come to where they do not say it."""
    (finding,) = story.full.findings
    assert items([finding], story.article)[0].full[0].changes == [
        Change("number, update", Words("Twelve", "12"), Words("At least 10", "")),
        Change("added", Words("on Monday", ""), None),
    ]


def test_a_long_claim_is_cut_in_its_gist(story):
    """The line that sums a finding up has the first 90 characters of the claim."""
    claim = replace(story.injured, text="many words " * 20)
    told = gist(3, replace(story.report.findings[0], claim=claim))
    assert (told.number, told.outlet, told.verb) == (3, "Harbour Post", "contradicts")
    assert told.claim == "many words " * 7 + "many words …"


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (None, ""),
        (Decision(None), ""),
        (Decision(None, "ask again"), "noted: ask again"),
        (Decision(Judgement.REJECTED, "", "2024-05-08T09:00:00Z"), "rejected on 2024-05-08"),
        (
            Decision(Judgement.CONFIRMED, "seen", "2024-05-08"),
            "confirmed on 2024-05-08: seen",
        ),
    ],
)
def test_decisions(story, decision, told):
    """What a person decided, when, and his note."""
    finding = Finding(story.injured, (Origin((replace(story.nobody, decision=decision),)),))
    assert items([finding], story.article)[0].full[0].decided == told


def test_a_claim_stands_in_its_place(story):
    """Some words before and after it, cut between words."""
    before, claim, after = in_place(story.reopen, story.article)
    assert before == "Twelve people were injured in a fire at Larnhaven harbour on Monday. "
    assert claim == [Piece(story.reopen.text, "claim")]
    assert after.startswith(" “We never received a warning,” said")


def test_what_is_cut_off_is_said(story):
    """Where the article goes on there are dots, and no half words."""
    article = replace(story.article, text="long words " * 30 + "It ends." + " more words" * 30)
    claim = Claim(article.citation, (Span(330, 338),), "It ends.")
    before, _, after = in_place(claim, article)
    assert before == "… words " + "long words " * 9
    assert after == " more words" * 9 + " more …"


def test_pieces_of_a_claim_stand_in_their_place(story):
    """What stands between two pieces is shown and not highlighted."""
    claim = replace(story.injured, spans=(Span(0, 13), Span(61, 68)), text="Twelve people Monday.")
    assert in_place(claim, story.article)[1] == [
        Piece("Twelve people", "claim"),
        Piece(" were injured in a fire at Larnhaven harbour on "),
        Piece("Monday.", "claim"),
    ]


def test_a_claim_of_another_text_has_no_place(story):
    """Words that do not stand in the article are shown alone."""
    claim = replace(story.injured, text="Other words")
    assert in_place(claim, story.article) == ("", [Piece("Other words", "claim")], "")


@pytest.mark.parametrize(
    ("url", "link", "address"),
    [
        ("https://wire.example/a b", "https://wire.example/a%20b", ""),
        ("javascript:alert(1)", None, "javascript:alert(1)"),
        (None, None, ""),
    ],
)
def test_sources(url, link, address):
    """Only an address of the web becomes a link; others stay text."""
    published = "2024-05-06T12:00"
    found = source(Citation("a1", "", "A\ttitle\n", url, published))
    assert found == Source("Another text", "2024-05-06", "A title", link, address, published, "a1")


def test_raw_words_are_kept_where_cleaning_changed_them(story):
    """The exact words travel along as JSON, so that a decision can name them."""
    assert quote(story.injured).raw == ""
    assert quote(replace(story.injured, text="a\x00\ud800")).raw == r'"a\u0000\ud800"'


def test_a_quotation_in_a_quotation(story):
    """Words that begin with a quotation mark are told apart, for other marks around them."""
    spoken = replace(story.injured, text=" “We saw it,” he said.")
    assert [quote(one).is_nested for one in (spoken, story.injured)] == [True, False]


def test_very_many_origins_are_capped(story):
    """4 in full, 30 in short, and the others counted."""
    finding = Finding(story.injured, (Origin((story.nobody,)),) * 40)
    item = items([finding], story.article)[0]
    assert (len(item.full), len(item.short), item.unshown) == (4, 30, 6)
    assert item.short_tally == "contradicted by 30"


def test_a_page_of_very_many_findings_is_capped(story):
    """The most telling findings keep their 4, each of the others has one, in full."""
    finding = Finding(story.injured, (Origin((story.nobody,)),) * 10)
    shown = items([finding] * 300, story.article)
    full = [len(item.full) for item in shown]
    assert (full[:34], set(full[34:]), sum(full)) == ([4] * 33 + [2], {1}, 400)
    assert sum(len(item.short) for item in shown) == 300


def test_very_many_copies_are_capped(story):
    """30 copies are named, the others counted."""
    finding = Finding(story.injured, (Origin((story.nobody,) * 41),))
    pair = items([finding], story.article)[0].full[0]
    assert (len(pair.copies), pair.more_copies) == (30, 10)
