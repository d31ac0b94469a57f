"""What counts as found, as of the right kind, and as falsely reported."""

from __future__ import annotations

from claimcheck.datatypes import (
    Article,
    Claim,
    Comparison,
    Difference,
    DifferenceKind,
    Finding,
    Match,
    Origin,
    Relation,
    Report,
    Scores,
    Span,
)
from claimcheck.evaluation.planting.edits import (
    Edit,
    EditedCopy,
    Family,
    Replacement,
    edited_copy,
)
from claimcheck.evaluation.planting.scoring import Outcome, outcomes, untouched

ARTICLE = Article("One", "Ten boats sank. A man swam home.")
FIRST, SECOND = Span(0, 15), Span(16, 32)
EDIT = Edit(
    Family.NUMBER,
    "figure",
    FIRST,
    Replacement(Span(0, 3), "Fourteen"),
    frozenset((DifferenceKind.NUMBER,)),
)
COPIED = edited_copy(ARTICLE, [EDIT], "Other")
SUNK, SWUM = Span(0, 20), Span(21, 37)


def claim(article: Article, *spans: Span) -> Claim:
    return Claim(article.citation, spans, " ".join(span.of(article.text) for span in spans))


def match(ours: Claim, theirs: Span, relation: Relation, *differences: Difference) -> Match:
    compared = Comparison(relation, 0.9, differences)
    return Match(ours, claim(COPIED.copy, theirs), Scores(0.9), compared)


def report(*matches: Match) -> Report:
    """Return a report in which each match is an origin of the finding of its claim."""
    claims = list(dict.fromkeys(one.claim for one in matches))
    findings = tuple(
        Finding(ours, tuple(Origin((one,)) for one in matches if one.claim == ours))
        for ours in claims
    )
    return Report(ARTICLE, tuple(claims), findings, 1, len(matches), "")


def outcome(*matches: Match, copied: EditedCopy = COPIED) -> Outcome:
    (found,) = outcomes(report(*matches), copied)
    return found


def difference(kind: DifferenceKind, ours: Span | None, theirs: Span | None) -> Difference:
    return Difference(kind, ours, theirs)


OURS = claim(ARTICLE, FIRST)
NUMBER = difference(DifferenceKind.NUMBER, Span(0, 3), Span(0, 8))


def test_found_and_right() -> None:
    """A difference of the accepted kind in the edited words."""
    found = outcome(match(OURS, SUNK, Relation.CONTRADICTS, NUMBER))
    assert (found.is_found, found.is_right, found.is_told_apart) == (True, True, True)
    assert (found.before, found.after) == ("Ten boats sank.", "Fourteen boats sank.")


def test_another_kind_is_found_only() -> None:
    """Words alone tell no figures."""
    words = difference(DifferenceKind.WORDING, Span(0, 3), Span(0, 8))
    found = outcome(match(OURS, SUNK, Relation.SAME, words))
    assert (found.is_found, found.is_right, found.is_told_apart) == (True, False, False)


def test_other_words_are_not_found() -> None:
    """A difference elsewhere in the sentence is not the edit."""
    elsewhere = difference(DifferenceKind.NUMBER, Span(4, 9), Span(9, 14))
    assert not outcome(match(OURS, SUNK, Relation.DIFFERS, elsewhere)).is_found


def test_another_sentence_is_not_found() -> None:
    """The counterpart of the edited sentence has to be matched, not another one."""
    other = difference(DifferenceKind.NUMBER, Span(0, 3), Span(0, 1))
    assert not outcome(match(OURS, SWUM, Relation.DIFFERS, other)).is_found


def test_the_words_of_one_side_are_enough() -> None:
    """A word that came in stands on one side only."""
    added = difference(DifferenceKind.NUMBER, None, Span(2, 6))
    assert outcome(match(OURS, SUNK, Relation.DIFFERS, added)).is_right


def test_a_claim_of_two_pieces() -> None:
    """Places in a claim's text are those of its pieces in the article."""
    pieces = claim(ARTICLE, Span(4, 9), Span(0, 3))
    later = difference(DifferenceKind.NUMBER, Span(6, 9), None)
    earlier = difference(DifferenceKind.NUMBER, Span(0, 5), None)
    assert outcome(match(pieces, SUNK, Relation.DIFFERS, later)).is_found
    assert not outcome(match(pieces, SUNK, Relation.DIFFERS, earlier)).is_found


def test_an_untouched_sentence() -> None:
    """Its own copy is the same, whatever is reported first."""
    ours = claim(ARTICLE, SECOND)
    strange = match(ours, SUNK, Relation.CONTRADICTS, NUMBER)
    (found,) = untouched(report(strange, match(ours, SWUM, Relation.SAME)), COPIED)
    assert (found.is_not_same, found.is_different, found.is_shown_different) == (False, False, True)


def test_other_words_are_no_substance() -> None:
    """A copy that differs in words only is not the same, but no false report of substance."""
    words = difference(DifferenceKind.WORDING, Span(0, 1), Span(0, 1))
    ours = claim(ARTICLE, SECOND)
    (found,) = untouched(report(match(ours, SWUM, Relation.DIFFERS, words)), COPIED)
    assert (found.is_not_same, found.is_different, found.is_shown_different) == (True, False, False)


def test_an_edited_sentence_is_not_untouched() -> None:
    """Nor is any claim of it."""
    assert untouched(report(match(OURS, SUNK, Relation.SAME)), COPIED) == []
