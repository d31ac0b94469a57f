"""How well propositions are cut out of sentences: against sets of the words of each (PropSegmEnt).

Gold and given propositions are sets of a sentence's words. They are paired one to one so that as
many pairs as possible are alike (Chen et al., "PropSegmEnt", 2023), and two are alike when their
Jaccard similarity is at least SAME_PROPOSITION.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any, Final, TypeAlias

import numpy as np

from claimcheck.datatypes import Article, Span
from claimcheck.errors import InputError
from claimcheck.evaluation.examples import rows_of
from claimcheck.evaluation.metrics import Score
from claimcheck.segment import Segmenter

SAME_PROPOSITION: Final = 0.8

_TOKEN = re.compile(r"\w+|[^\w\s]")

Words: TypeAlias = frozenset[int]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence, where its words stand, and its propositions as sets of their numbers."""

    text: str
    words: tuple[Span, ...]
    propositions: tuple[Words, ...]


def read_segmented(path: Path, split: str | None = None) -> list[Annotated]:
    """Read JSON lines with `sentence` and `propositions`, gzipped or not; one `split` or all.

    A proposition is a text made of the sentence's words in their order. Raises InputError naming
    the line.
    """
    found = [
        _annotated(row, where)
        for where, row in rows_of(path)
        if not split or row.get("split") == split
    ]
    if not found:
        raise InputError(
            f"{path} has no sentence" + (f" of the split {split!r}." if split else "."),
            'Give JSON lines like {"sentence": "...", "propositions": ["...", "..."]}.',
        )
    return found


def evaluate_segmentation(
    annotated: Sequence[Annotated], segmenter: Segmenter, advance: Callable[[int], None]
) -> dict[str, Any]:
    """Return precision, recall and F1 over all propositions, and the mean F1 of a sentence."""
    scores = []
    for one in annotated:
        claims = segmenter.segment(Article("", one.text))
        given = {_covered(one, claim.spans) for claim in claims} - {frozenset()}
        gold = set(one.propositions)
        scores.append(Score(_alike(list(given), list(gold)), len(given), len(gold)))
        advance(1)
    total = Score(*(sum(values) for values in zip(*map(_counts, scores), strict=True)))
    return {
        "segmenter": segmenter.name,
        "sentences": len(annotated),
        "jaccard": SAME_PROPOSITION,
        "given": total.given,
        "gold": total.gold,
        "precision": round(total.precision, 4),
        "recall": round(total.recall, 4),
        "f1": round(total.f1, 4),
        "f1_per_sentence": round(mean(one.f1 for one in scores), 4),
    }


def _counts(score: Score) -> tuple[int, int, int]:
    return score.right, score.given, score.gold


def _covered(one: Annotated, spans: Sequence[Span]) -> Words:
    return frozenset(
        number
        for number, word in enumerate(one.words)
        if word.of(one.text)[0].isalnum() and any(word.overlaps(span) for span in spans)
    )


def _alike(given: list[Words], gold: list[Words]) -> int:
    """Return how many pairs are alike in the pairing with most of them."""
    from scipy.optimize import linear_sum_assignment

    if not given or not gold:
        return 0
    alike = np.array(
        [[len(a & b) >= SAME_PROPOSITION * len(a | b) for b in gold] for a in given], np.int64
    )
    rows, columns = linear_sum_assignment(-alike)
    return int(alike[rows, columns].sum())


def _annotated(row: dict[str, Any], where: str) -> Annotated:
    try:
        text, propositions = row["sentence"], row["propositions"]
        if not isinstance(text, str) or not all(isinstance(one, str) for one in [*propositions]):
            raise TypeError(propositions)
        if isinstance(propositions, str):
            raise TypeError(propositions)
    except (LookupError, TypeError) as error:
        raise InputError(
            f"{where} has no sentence with propositions.",
            'A line looks like {"sentence": "...", "propositions": ["...", "..."]}.',
        ) from error
    words = tuple(Span(*match.span()) for match in _TOKEN.finditer(text))
    tokens = [word.of(text) for word in words]
    placed = (_placed(tokens, _TOKEN.findall(one)) for one in propositions)
    return Annotated(text, words, tuple(one for one in placed if one))


def _placed(tokens: list[str], words: list[str]) -> Words:
    """Return the places of a proposition's words in the sentence, in order, with fewest gaps."""
    ways: list[dict[int, tuple[int, int]]] = []
    for number, word in enumerate(words):
        here = {}
        for place, token in enumerate(tokens):
            if token != word:
                continue
            before = ways[-1] if number else {-1: (0, -1)}
            reached = [
                (gaps + (last != place - 1), last)
                for last, (gaps, _) in before.items()
                if last < place
            ]
            if reached:
                here[place] = min(reached)
        if not here:
            return frozenset()
        ways.append(here)
    return frozenset(_traced(ways, tokens))


def _traced(ways: list[dict[int, tuple[int, int]]], tokens: list[str]) -> list[int]:
    if not ways:
        return []
    place = min(ways[-1], key=lambda one: (ways[-1][one], one))
    places = []
    for way in reversed(ways):
        places.append(place)
        place = way[place][1]
    return [one for one in places if tokens[one][0].isalnum()]
