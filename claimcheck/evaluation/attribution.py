"""How well attributions are found: against brat files of sources, cues and contents (PolNeAR)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from claimcheck.annotate.attribution import attributions
from claimcheck.annotate.attribution.quotations import is_quoted, quotations
from claimcheck.annotate.parsing import Sentence, parse
from claimcheck.datatypes import Attribution, Quoting, Span, Stance
from claimcheck.errors import InputError
from claimcheck.evaluation.metrics import Score
from claimcheck.segment.blocks import blocks, sentences

PARTS: Final = ("source", "cue", "content")

_TOKEN = re.compile(r"\w+|[^\w\s]")
_TEXT_BOUND = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
_RELATION = re.compile(r"E\d+\t(.+)")

Extractor = Callable[[str], Sequence[Attribution]]


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """One annotator's reading of one article; stances are not annotated and stand as neutral."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision and recall (0 to 1) that need not come from one set of attributions."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class PartScores:
    """Scores by part ("source", "cue", "content").

    `exact` counts parts whose tokens are the same set, `overlap` counts tokens. Both look only at
    an attribution and the gold one that it is paired with.
    """

    exact: dict[str, Rates]
    overlap: dict[str, Rates]

    def figures(self) -> dict[str, Any]:
        """Return the scores, rounded for print."""
        return {
            "exact": {part: _figures(rates) for part, rates in self.exact.items()},
            "overlap": {part: _figures(rates) for part, rates in self.overlap.items()},
        }


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """How an extractor did on annotated articles.

    `found` counts attributions: right are those that share a token of the cue or of the content
    with the gold one that they are paired with. `parts` is over all attributions. `direct` takes
    its precision over the extracted attributions whose content is wholly inside quotation marks,
    its recall over the gold ones.
    """

    articles: int
    found: Score
    parts: PartScores
    direct: PartScores

    def figures(self) -> dict[str, Any]:
        """Return precision, recall and F1 of everything, rounded for print."""
        return {
            "articles": self.articles,
            "found": _figures(self.found),
            "all": self.parts.figures(),
            "direct": self.direct.figures(),
        }


def _figures(rates: Rates | Score) -> dict[str, float]:
    return {name: round(getattr(rates, name), 3) for name in ("precision", "recall", "f1")}


def load_attributions(folder: Path) -> list[AnnotatedArticle]:
    """Read a split: `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`, sorted by name.

    An article that two people annotated comes twice. Raises InputError where there are none, and
    ValueError where a text is not UTF-8.
    """
    paths = sorted((folder / "attributions").glob("*.ann"))
    if not paths:
        raise InputError(
            f"{folder} has no attributions/*.ann.",
            "Give a folder with text/NAME.txt and attributions/NAME_ANNOTATOR.ann (brat).",
        )
    return [_annotated(folder, path) for path in paths]


def evaluate_attribution(folder: Path, extract: Extractor | None = None) -> AttributionScores:
    """Score `extract`, by default this package's own, on the split in `folder`."""
    articles = load_attributions(folder)
    extract = extract or _extract
    given: list[Sequence[Attribution]] = []
    for _, same in groupby(articles, key=lambda article: article.text):
        repeats = list(same)
        given.extend([extract(repeats[0].text)] * len(repeats))
    return score_attributions(articles, given)


def score_attributions(
    articles: Sequence[AnnotatedArticle], given: Sequence[Sequence[Attribution]]
) -> AttributionScores:
    """Score what was extracted from each of `articles`.

    Extracted and gold attributions are paired one to one, those first that share most tokens of
    cue and content. Tokens are runs of word characters and single other characters. The token
    scores follow Citron's overlap measure (Newell et al. 2018), except that Citron adds up the
    overlaps of every extracted attribution with every gold one, and so counts a token of nested
    attributions several times; here it counts in its pair only, which can't be higher.
    """
    pairs: list[_Pair] = []
    for article, extracted in zip(articles, given, strict=True):
        pairs.extend(_paired(article, extracted))
    found = Score(
        sum(bool(pair.gold and pair.given) for pair in pairs),
        sum(pair.given is not None for pair in pairs),
        sum(pair.gold is not None for pair in pairs),
    )
    given_pairs = [pair for pair in pairs if pair.given]
    gold_pairs = [pair for pair in pairs if pair.gold]
    direct = _scores(
        [pair for pair in given_pairs if pair.given and pair.given.is_direct],
        [pair for pair in gold_pairs if pair.gold and pair.gold.is_direct],
    )
    return AttributionScores(len(articles), found, _scores(given_pairs, gold_pairs), direct)


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens (by offset) of an attribution's parts."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    is_direct: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    gold: _Tokens | None
    given: _Tokens | None

    def part(self, name: str, side: str) -> frozenset[int]:
        tokens: frozenset[int] = getattr(getattr(self, side), name, frozenset())
        return tokens


def _paired(article: AnnotatedArticle, extracted: Sequence[Attribution]) -> Iterator[_Pair]:
    text = article.text
    starts = [match.start() for match in _TOKEN.finditer(text)]
    marks = [one.span for one in quotations(text)]
    gold = [_tokens(text, starts, marks, one) for one in article.attributions]
    given = [_tokens(text, starts, marks, one) for one in extracted]
    shared = (
        (len(g.cue & e.cue) + len(g.content & e.content), i, j)
        for i, g in enumerate(gold)
        for j, e in enumerate(given)
    )
    golds, givens = set(range(len(gold))), set(range(len(given)))
    for count, i, j in sorted(shared, key=lambda one: (-one[0], one[1], one[2])):
        if count and i in golds and j in givens:
            golds.remove(i)
            givens.remove(j)
            yield _Pair(gold[i], given[j])
    yield from (_Pair(gold[i], None) for i in golds)
    yield from (_Pair(None, given[j]) for j in givens)


def _scores(given: Sequence[_Pair], gold: Sequence[_Pair]) -> PartScores:
    """Score pairs with an extracted attribution for precision, those with a gold one for recall."""
    return PartScores(
        {part: Rates(_same(part, given, "given"), _same(part, gold, "gold")) for part in PARTS},
        {part: Rates(_share(part, given, "given"), _share(part, gold, "gold")) for part in PARTS},
    )


def _same(part: str, pairs: Sequence[_Pair], side: str) -> float:
    """Return in which share of the pairs that have the part on `side` both have it alike."""
    parts = [(pair.part(part, side), pair) for pair in pairs]
    alike = [pair.part(part, "gold") == pair.part(part, "given") for own, pair in parts if own]
    return sum(alike) / len(alike) if alike else 0.0


def _share(part: str, pairs: Sequence[_Pair], side: str) -> float:
    """Return the share of the part's tokens on `side` that stand on the other side too."""
    total = sum(len(pair.part(part, side)) for pair in pairs)
    shared = sum(len(pair.part(part, "gold") & pair.part(part, "given")) for pair in pairs)
    return shared / total if total else 0.0


def _tokens(text: str, starts: Sequence[int], marks: Sequence[Span], one: Attribution) -> _Tokens:
    def within(spans: Iterable[Span]) -> frozenset[int]:
        return frozenset(
            start
            for span in spans
            for start in starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        )

    return _Tokens(
        within(one.source),
        within(one.cue),
        within(one.content),
        is_quoted(text, one.content, marks),
    )


def _extract(text: str) -> list[Attribution]:
    places = [
        (span, number)
        for number, block in enumerate(blocks(text))
        for span in sentences(text, block, "en")
    ]
    docs = parse(span.of(text) for span, _ in places)
    return attributions(
        text,
        [Sentence(span, doc, number) for (span, number), doc in zip(places, docs, strict=True)],
    )


def _annotated(folder: Path, path: Path) -> AnnotatedArticle:
    name = path.stem.rpartition("_")[0]
    text = (folder / "text" / f"{name}.txt").read_text("utf-8")
    spans: dict[str, tuple[Span, ...]] = {}
    relations: list[dict[str, list[str]]] = []
    for line in path.read_text("utf-8").split("\n"):
        if bound := _TEXT_BOUND.match(line):
            spans[bound[1]] = _spans(bound[2])
        elif relation := _RELATION.match(line):
            relations.append(_arguments(relation[1]))
    read = (_attribution(one, spans) for one in relations)
    return AnnotatedArticle(path.stem, text, tuple(one for one in read if one.cue or one.content))


def _spans(places: str) -> tuple[Span, ...]:
    """Read brat's "12 15;20 24"."""
    pairs = (place.split() for place in places.split(";"))
    return tuple(sorted(Span(int(start), int(end)) for start, end in pairs))


def _arguments(relation: str) -> dict[str, list[str]]:
    """Read brat's "Source:T3 Content:T1 Content2:T7" into the ids of each part."""
    ids: dict[str, list[str]] = {}
    for argument in relation.split():
        name, _, target = argument.partition(":")
        ids.setdefault(name.rstrip("0123456789").lower(), []).append(target)
    return ids


def _attribution(ids: dict[str, list[str]], spans: dict[str, tuple[Span, ...]]) -> Attribution:
    def part(name: str) -> tuple[Span, ...]:
        return tuple(sorted(span for one in ids.get(name, ()) for span in spans.get(one, ())))

    # How it is quoted is read off the marks when it is scored.
    return Attribution(
        part("source"), part("cue"), part("content"), Stance.NEUTRAL, Quoting.INDIRECT
    )
