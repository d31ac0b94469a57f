"""How well stances of articles towards headlines are found, on the Fake News Challenge (FNC-1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from claimcheck.compare.stance import (
    ArticleStance,
    Body,
    Headline,
    article_stance,
    is_about,
    read_body,
    read_headline,
)
from claimcheck.datatypes import NliScores, Span
from claimcheck.embed import Encoder
from claimcheck.errors import InputError
from claimcheck.evaluation.stance.data import HELD_OUT, Row, StanceSet, halves, sampled
from claimcheck.evaluation.stance.figures import figures
from claimcheck.nli import LABELS, Nli, likeliest
from claimcheck.segment.blocks import DEFAULT_LANGUAGE, blocks, sentences
from claimcheck.settings import FLOOR_ABOUT, JUDGED_SENTENCES

_BY_NLI: Final = dict(
    zip(LABELS, (ArticleStance.AGREE, ArticleStance.DISCUSS, ArticleStance.DISAGREE), strict=True)
)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a row needs: what was read, cosines by sentence, and NLI by place of sentence."""

    headline: Headline
    body: Body
    similarities: list[float]
    nli: dict[int, NliScores]

    @property
    def nearest(self) -> int:
        """The place of the nearest sentence."""
        return max(range(len(self.similarities)), key=self.similarities.__getitem__)


def evaluate_stance(
    given: StanceSet,
    encoder: Encoder,
    nli: Nli,
    half: str = HELD_OUT,
    sample: tuple[int, int] | None = None,
) -> dict[str, Any]:
    """Return the figures on one half beside those of NLI alone and of the cosine alone.

    `sample` is how many rows are drawn, and a seed; figures are weighted back to the whole half.
    Raises InputError where the half has no rows.
    """
    story, dealt = halves(given, encoder)
    rows = [row for row in given.rows if dealt[story[row.body]] == half]
    if not rows:
        raise InputError(f"There are no rows in the {half} half.", "Give tables of more stories.")
    weights = [1.0] * len(rows)
    if sample:
        rows, weights = sampled(rows, *sample)
    judged = _judge(rows, given.bodies, encoder, nli)
    home = [story[row.body] for row in rows]
    gold = [row.stance for row in rows]
    return {
        "half": half,
        "rows": len(rows),
        "stories": len(set(home)),
        "stances": dict(Counter(map(str, gold))),
        "nli": str(nli.identity),
        "ours": figures(gold, [_ours(one) for one in judged], home, weights),
        "nli_alone": figures(gold, [_nli_alone(one) for one in judged], home, weights),
        "cosine_alone": figures(gold, [_cosine_alone(one) for one in judged], home, weights),
    }


def _judge(
    rows: Sequence[Row], texts: Mapping[str, str], encoder: Encoder, nli: Nli
) -> list[_Judged]:
    """Return what the rows need; each body is cut, read and encoded once."""
    headlines = {text: read_headline(text) for text in dict.fromkeys(row.headline for row in rows)}
    cut = {body: _sentences(texts[body]) for body in dict.fromkeys(row.body for row in rows)}
    bodies = {body: read_body(texts[body], spans) for body, spans in cut.items()}
    vector = _vectors(
        [*headlines, *(one.of(texts[body]) for body, spans in cut.items() for one in spans)],
        encoder,
    )
    tables = {
        body: np.array([vector[one.of(texts[body])] for one in spans])
        for body, spans in cut.items()
        if spans
    }
    judged = [
        _Judged(
            headlines[row.headline],
            bodies[row.body],
            (tables[row.body] @ vector[row.headline]).tolist() if row.body in tables else [],
            {},
        )
        for row in rows
    ]
    _add_nli(judged, [texts[row.body] for row in rows], nli)
    return judged


def _add_nli(judged: Sequence[_Judged], texts: Sequence[str], nli: Nli) -> None:
    """Judge the nearest sentences of the bodies that are about their headline."""
    asked = [
        (one, place, (one.body.sentences[place].span.of(text), one.headline.text))
        for one, text in zip(judged, texts, strict=True)
        if is_about(one.headline, one.body, one.similarities) or _is_near(one)
        for place in np.argsort(-np.array(one.similarities))[:JUDGED_SENTENCES].tolist()
    ]
    pairs = list(dict.fromkeys(pair for _, _, pair in asked))
    scores = dict(zip(pairs, nli.predict(pairs), strict=True))
    for one, place, pair in asked:
        one.nli[place] = scores[pair]


def _sentences(text: str) -> list[Span]:
    return [one for block in blocks(text) for one in sentences(text, block, DEFAULT_LANGUAGE)]


def _vectors(texts: Sequence[str], encoder: Encoder) -> dict[str, npt.NDArray[np.float32]]:
    unique = list(dict.fromkeys(texts))
    return dict(zip(unique, encoder.encode(unique), strict=True))


def _ours(one: _Judged) -> ArticleStance:
    return article_stance(one.headline, one.body, one.similarities, one.nli).stance


def _is_near(one: _Judged) -> bool:
    return max(one.similarities, default=-1.0) >= FLOOR_ABOUT


def _nli_alone(one: _Judged) -> ArticleStance:
    """Return what NLI says of the nearest sentence."""
    if not _is_near(one):
        return ArticleStance.UNRELATED
    return _BY_NLI[likeliest([one.nli[one.nearest]])[0]]


def _cosine_alone(one: _Judged) -> ArticleStance:
    """Return the largest related class where a sentence is near."""
    return ArticleStance.DISCUSS if _is_near(one) else ArticleStance.UNRELATED
