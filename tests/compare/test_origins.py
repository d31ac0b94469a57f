"""Reprints count once, and all are listed."""

from claimcheck.compare import group_origins
from claimcheck.datatypes import Citation, Claim, Comparison, Match, Origin, Relation, Scores, Span

WIRE = "The ferry ran aground in thick fog near Hulm on Tuesday with 212 people on board"


def match(outlet: str, text: str) -> Match:
    evidence = Claim(Citation(outlet, outlet), (Span(0, len(text)),), text)
    return Match(evidence, evidence, Scores(0.9), Comparison(Relation.SAME, 0.9))


def test_light_edits_of_one_text_are_one_origin() -> None:
    lead = match("Harbour Wire", WIRE)
    copy = match("Daily Lantern", WIRE.replace("thick fog", "dense fog"))
    other = match("The Meridian", "More than 200 passengers were aboard when it hit the rocks")
    assert group_origins([lead, other, copy]) == (Origin((lead, copy)), Origin((other,)))


def test_a_few_same_words_are_no_reprint() -> None:
    short = [match("Harbour Wire", "Nobody was hurt."), match("The Meridian", "Nobody was hurt.")]
    assert group_origins(short) == (Origin((short[0],)), Origin((short[1],)))


def test_no_matches_no_origins() -> None:
    assert group_origins([]) == ()
