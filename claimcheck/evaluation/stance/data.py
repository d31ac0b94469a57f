"""Headlines, bodies and the stances that annotators gave; halves that share no story.

Rows share stories, so the set is halved by story: bodies and headlines that any related row joins,
and headlines that are nearly the same. A row belongs to the half of its body.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from claimcheck.compare.stance import ArticleStance, read_headline
from claimcheck.compare.tokens import jaccard
from claimcheck.embed import Encoder
from claimcheck.errors import InputError

# The half on which thresholds may be chosen, and the other one.
TUNE: Final = "tune"
HELD_OUT: Final = "held-out"

_BODIES: Final = "*_bodies.csv"
_ROWS: Final = "*_stances.csv"
_COLUMNS: Final = {
    _BODIES: {"Body ID", "articleBody"},
    _ROWS: {"Body ID", "Headline", "Stance"},
}
_LAYOUT: Final = (
    'Give a folder with "*_bodies.csv" (Body ID, articleBody) and "*_stances.csv" '
    "(Headline, Body ID, Stance)."
)
# Headlines of one story: nearly the same in meaning, and half of their words shared. Judgement.
_SAME_COSINE: Final = 0.8
_SAME_WORDS: Final = 0.5
# Stories are dealt out by their rows of disagreement, so that each half has about as many.
_DEAL: Final = (TUNE, HELD_OUT, HELD_OUT, TUNE)


@dataclass(frozen=True, slots=True)
class Row:
    """A headline, the id of a body, and the stance that annotators gave."""

    headline: str
    body: str
    stance: ArticleStance


@dataclass(frozen=True, slots=True)
class StanceSet:
    """Rows and the texts of their bodies by id."""

    rows: tuple[Row, ...]
    bodies: dict[str, str]


def read_stances(folder: Path) -> StanceSet:
    """Read the tables of FNC-1. Raises InputError naming the file, where one is missing or odd."""
    bodies = {row["Body ID"]: row["articleBody"] for row in _table(folder, _BODIES)}
    try:
        rows = tuple(
            Row(row["Headline"], row["Body ID"], ArticleStance(row["Stance"]))
            for row in _table(folder, _ROWS)
        )
    except ValueError as error:
        raise InputError(
            f"{folder}: {error}.", f"Stances are {', '.join(ArticleStance)}."
        ) from error
    lost = next((row.body for row in rows if row.body not in bodies), None)
    if lost is not None:
        raise InputError(f"{folder} has no body {lost}.", _LAYOUT)
    return StanceSet(rows, bodies)


def halves(given: StanceSet, encoder: Encoder) -> tuple[dict[str, int], dict[int, str]]:
    """Return the story of each body by its id, and the half of each story."""
    story = _stories(given.rows, encoder)
    disagreeing = _count(given.rows, story, {ArticleStance.DISAGREE})
    related = _count(given.rows, story, set(ArticleStance) - {ArticleStance.UNRELATED})
    dealt = sorted(
        dict.fromkeys(story.values()), key=lambda one: (-disagreeing[one], -related[one], one)
    )
    return story, {one: _DEAL[place % len(_DEAL)] for place, one in enumerate(dealt)}


def sampled(rows: Sequence[Row], count: int, seed: int) -> tuple[list[Row], list[float]]:
    """Return about `count` rows, all that disagree among them, and how many each stands for."""
    by_stance: dict[ArticleStance, list[Row]] = defaultdict(list)
    for row in rows:
        by_stance[row.stance].append(row)
    chance = np.random.default_rng(seed)
    kept: list[Row] = []
    weights: list[float] = []
    for stance, some in by_stance.items():
        share = 1.0 if stance is ArticleStance.DISAGREE else min(1.0, count / len(rows))
        places = chance.permutation(len(some))[: max(1, round(share * len(some)))]
        drawn = [some[place] for place in sorted(places.tolist())]
        kept += drawn
        weights += [len(some) / len(drawn)] * len(drawn)
    return kept, weights


def _table(folder: Path, pattern: str) -> Iterator[dict[str, str]]:
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise InputError(f"{folder} has no {pattern}.", _LAYOUT)
    for path in paths:
        try:
            with path.open(encoding="utf-8", newline="") as file:
                table = csv.DictReader(file)
                missing = _COLUMNS[pattern] - set(table.fieldnames or ())
                if missing:
                    raise InputError(f"{path} has no {', '.join(sorted(missing))}.", _LAYOUT)
                yield from table
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise InputError(f"{path} cannot be read ({error}).", "Check the file.") from error


def _stories(rows: Sequence[Row], encoder: Encoder) -> dict[str, int]:
    """Return the story of every body: headlines and bodies that rows join, by union-find."""
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(node: tuple[str, str]) -> tuple[str, str]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for row in rows:
        if row.stance is not ArticleStance.UNRELATED:
            parent[root(("headline", row.headline))] = root(("body", row.body))
    for one, other in _same(sorted({row.headline for row in rows}), encoder):
        parent[root(("headline", one))] = root(("headline", other))
    numbers: dict[tuple[str, str], int] = {}
    bodies = sorted({row.body for row in rows}, key=lambda body: (len(body), body))
    return {body: numbers.setdefault(root(("body", body)), len(numbers)) for body in bodies}


def _same(headlines: Sequence[str], encoder: Encoder) -> Iterator[tuple[str, str]]:
    vectors = encoder.encode(headlines)
    stems = [set(read_headline(one).stems) for one in headlines]
    near = np.argwhere(np.triu(vectors @ vectors.T, 1) > _SAME_COSINE)
    for one, other in near.tolist():
        if jaccard(stems[one], stems[other]) >= _SAME_WORDS:
            yield headlines[one], headlines[other]


def _count(
    rows: Sequence[Row], story: Mapping[str, int], stances: set[ArticleStance]
) -> Counter[int]:
    return Counter(story[row.body] for row in rows if row.stance in stances)
