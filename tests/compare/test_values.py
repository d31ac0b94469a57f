"""What names a pair of claims."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.datatypes import Citation, Claim, Comparison, Match, Relation, Scores, Span

OURS = Claim(Citation("a1", "Dispatch"), (Span(0, 14),), "Taxes will rise")
THEIRS = Claim(Citation("b2", "Herald"), (Span(3, 15),), "Taxes stay low")
MATCH = Match(OURS, THEIRS, Scores(0.7), Comparison(Relation.DIFFERS, 0.7))


def test_a_match_keeps_its_id_whatever_the_stages_say() -> None:
    """A decision has to find its pair again after a new version of the rules."""
    again = replace(MATCH, scores=Scores(0.9), comparison=Comparison(Relation.SAME, 1.0))
    assert again.id == MATCH.id == "d00c06957037ff8d"


def test_other_words_of_the_same_articles_are_another_match() -> None:
    """Two claims of one article are decided on one by one."""
    assert replace(MATCH, evidence=replace(THEIRS, text="Taxes stay high")).id != MATCH.id
