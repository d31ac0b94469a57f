"""How well relations and typed differences are told, on annotated pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from claimcheck.datatypes import Comparison, Difference, DifferenceKind, Match, Relation, Span
from claimcheck.embed import Encoder
from claimcheck.evaluation.gold import GoldDifference, GoldPair
from claimcheck.evaluation.metrics import Score, confusion, macro_f1, scores_by_label
from claimcheck.nli import Nli
from claimcheck.pipeline import compare_pairs
from claimcheck.settings import FLOOR_DIFFERS, FLOOR_NLI, FLOOR_RELATED, FLOOR_SAME

_Test = Callable[[Difference, Match, GoldDifference], bool]


def evaluate_pairs(
    pairs: Sequence[GoldPair], encoder: Encoder, nli: Nli | None = None
) -> dict[str, Any]:
    """Return scores per relation and per kind, the confusion matrix, and two floors.

    The floors are thresholds on the cosine alone, and what NLI alone says of the same pairs.

    An output counts as right if any annotated difference has its kind (and, for `with_spans`,
    overlapping words on a side); only differences that the annotators agreed on must be found.
    """
    matches = compare_pairs([(pair.claim, pair.evidence) for pair in pairs], encoder, nli)
    gold = [pair.relation for pair in pairs]
    given = [match.comparison.relation.value for match in matches]
    floor = [_by_cosine(match.scores.similarity) for match in matches]
    judged = [_by_nli(match.comparison) for match in matches]
    return {
        "pairs": len(pairs),
        "relations": _relations(gold, given),
        "floor_cosine": _relations(gold, floor),
        "floor_nli": _relations(gold, judged) if nli else None,
        "confusion": {f"{g} as {p}": n for (g, p), n in sorted(confusion(gold, given).items())},
        "kinds": _kinds(pairs, matches, _same_kind),
        "kinds_with_spans": _kinds(pairs, matches, _same_kind_and_words),
    }


def _relations(gold: Sequence[str], given: Sequence[str]) -> dict[str, Any]:
    scores = scores_by_label(gold, given)
    labels = [relation.value for relation in Relation]
    return {
        "macro_f1": round(macro_f1(scores, labels), 3),
        "accuracy": round(sum(g == p for g, p in zip(gold, given, strict=True)) / len(gold), 3),
        **{label: _figures(scores.get(label, Score(0, 0, 0))) for label in labels},
    }


def _by_cosine(similarity: float) -> str:
    """Return what thresholds on the cosine alone would say, the floor to stay above."""
    steps = ((FLOOR_SAME, "same"), (FLOOR_DIFFERS, "differs"), (FLOOR_RELATED, "related"))
    return next((label for least, label in steps if similarity >= least), "unrelated")


def _by_nli(comparison: Comparison) -> str:
    """Return what the more certain of both directions says; unjudged pairs are strangers."""
    if comparison.forward is None or comparison.backward is None:
        return "same" if comparison.relation is Relation.SAME else "unrelated"
    read = (comparison.forward, comparison.backward)
    if max(one.contradiction for one in read) >= FLOOR_NLI:
        return "contradicts"
    entailed = [one.entailment >= FLOOR_NLI for one in read]
    return "same" if all(entailed) else "differs" if any(entailed) else "related"


def _kinds(pairs: Sequence[GoldPair], matches: Sequence[Match], test: _Test) -> dict[str, Any]:
    right, given, found, wanted = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for pair, match in zip(pairs, matches, strict=True):
        for output in match.comparison.differences:
            given[output.kind] += 1
            right[output.kind] += any(test(output, match, one) for one in pair.differences)
        for one in pair.differences:
            if one.agreed:
                wanted[one.kind] += 1
                outputs = match.comparison.differences
                found[one.kind] += any(test(output, match, one) for output in outputs)
    kinds = [kind.value for kind in DifferenceKind]
    return {
        "micro": _prf(right.total(), given.total(), found.total(), wanted.total()),
        **{kind: _prf(right[kind], given[kind], found[kind], wanted[kind]) for kind in kinds},
    }


def _same_kind(output: Difference, match: Match, one: GoldDifference) -> bool:
    if output.kind.value == one.kind:
        return True
    # Annotators call a date that only one side gives either an added detail or a time.
    one_sided = not (one.ours and one.theirs)
    return one_sided and {output.kind.value, one.kind} == {"added", "time"}


def _same_kind_and_words(output: Difference, match: Match, one: GoldDifference) -> bool:
    return _same_kind(output, match, one) and (
        _overlaps(output.in_claim, match.claim.text, one.ours)
        or _overlaps(output.in_evidence, match.evidence.text, one.theirs)
    )


def _overlaps(span: Span | None, text: str, words: str) -> bool:
    start = text.find(words) if words else -1
    return span is not None and start >= 0 and span.overlaps(Span(start, start + len(words)))


def _prf(right: int, given: int, found: int, wanted: int) -> dict[str, Any]:
    precision = right / given if given else 0.0
    recall = found / wanted if wanted else 0.0
    total = precision + recall
    return {
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / total, 3) if total else 0.0,
        "given": given,
        "gold": wanted,
    }


def _figures(score: Score) -> dict[str, Any]:
    return {
        "precision": round(score.precision, 3),
        "recall": round(score.recall, 3),
        "f1": round(score.f1, 3),
        "given": score.given,
        "gold": score.gold,
    }
