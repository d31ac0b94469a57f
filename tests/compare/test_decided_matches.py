"""What a person decided is attached, left out where rejected, and ranked first where confirmed."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.compare import findings_from
from claimcheck.compare.decisions import Respected, with_decisions, without_rejected
from claimcheck.datatypes import (
    Citation,
    Claim,
    Comparison,
    Decision,
    Judgement,
    Match,
    Relation,
    Scores,
    Span,
)
from claimcheck.render.summary import strongest

REJECTED = Decision(Judgement.REJECTED)
CONFIRMED = Decision(Judgement.CONFIRMED, "Seen")


def _claim(outlet: str, text: str) -> Claim:
    return Claim(Citation(outlet, outlet), (Span(0, len(text)),), text)


OURS = _claim("Herald", "The bridge closed on Monday.")


def _match(outlet: str, text: str, relation: Relation = Relation.DIFFERS) -> Match:
    return Match(OURS, _claim(outlet, text), Scores(0.8), Comparison(relation, 0.5))


ONE = _match("Post", "The bridge was shut.")
COPY = _match("Wire", "The  bridge was SHUT.")
OTHER = _match("Echo", "Cars may not cross.")
FAR = _match("Coast", "A tunnel opened.", Relation.RELATED)


def test_decisions_are_attached_by_match() -> None:
    """A match without one keeps what it had."""
    decided = replace(ONE, decision=CONFIRMED)
    assert with_decisions([[ONE], [OTHER]], {ONE.id: CONFIRMED}) == [[decided], [OTHER]]


def test_rejected_matches_and_their_reprints_are_left_out() -> None:
    """The same words of another outlet would only take the rejected one's place."""
    rejected = replace(ONE, decision=REJECTED)
    assert without_rejected([[rejected, COPY, OTHER]]) == Respected([[OTHER]], 2)


def test_a_reprint_that_was_confirmed_stays() -> None:
    """A decision about a match itself comes before one about a copy of it."""
    rejected, confirmed = replace(ONE, decision=REJECTED), replace(COPY, decision=CONFIRMED)
    assert without_rejected([[rejected, confirmed]]) == Respected([[confirmed]], 1)


def test_the_same_words_beside_another_claim_stay() -> None:
    """A decision is about a pair of claims."""
    rejected = replace(ONE, decision=REJECTED)
    assert without_rejected([[rejected], [COPY]]) == Respected([[], [COPY]], 1)


def test_rejected_matches_that_no_report_shows_are_not_counted() -> None:
    """The rules may have changed since a person looked."""
    assert without_rejected([[replace(FAR, decision=REJECTED)]]) == Respected([[]], 0)


def test_a_note_alone_changes_nothing() -> None:
    """It is no judgement."""
    noted = replace(ONE, decision=Decision(None, "Ask"))
    assert without_rejected([[noted]]) == Respected([[noted]], 0)


def test_confirmed_matches_come_first_within_their_relation() -> None:
    """They come before a surer one, but not before a contradiction."""
    sure = replace(OTHER, comparison=Comparison(Relation.DIFFERS, 0.9))
    confirmed = replace(ONE, decision=CONFIRMED)
    conflict = _match("Coast", "The bridge never closed.", Relation.CONTRADICTS)
    [finding] = findings_from([[sure, confirmed, conflict]])
    assert finding.matches == (conflict, confirmed, sure)


def test_a_rejected_match_comes_last() -> None:
    """Where a person asks to see it, it makes the claim no contradicted one."""
    conflict = _match("Coast", "The bridge never closed.", Relation.CONTRADICTS)
    rejected = replace(conflict, decision=REJECTED)
    [finding] = findings_from([[rejected, ONE]])
    assert finding.matches == (ONE, rejected) and strongest(finding) == ONE


def test_a_confirmed_match_is_shown_beside_a_nearly_equal_sentence() -> None:
    """Otherwise the other sentences of an article say nothing beside it."""
    near = replace(_match("Post", OURS.text, Relation.SAME), scores=Scores(1.0))
    shown = [
        findings_from([[near, other]])[0].matches
        for other in (ONE, replace(ONE, decision=CONFIRMED))
    ]
    assert shown == [(near,), (replace(ONE, decision=CONFIRMED), near)]
