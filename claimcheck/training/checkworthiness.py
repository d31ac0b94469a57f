"""The recipe of the check-worthiness weights.

    python -m claimcheck.training.checkworthiness CLAIMBUSTER HELD_OUT...

CLAIMBUSTER is the data set of Arslan et al. 2020 in three classes, as .json (CC BY-SA 4.0): 8,231
sentences of presidential debates, of which those worth checking are to be told from the rest.
HELD_OUT are labelled sentences, as `evaluation.checkworthiness` reads them, that are evaluated on
and never learnt from: a sentence that occurs there too is left out of the training.

Writes the weights, and prints their checksum (to be put into `annotate.checkworthiness`), the cut
with the best F1 on sentences left out in turn, and figures beside a linear SVM over TF-IDF.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from claimcheck.annotate.checkworthiness import (
    WEIGHTS,
    Weights,
    cues,
    probability,
    share_of,
    tokens_of,
    words_and_pairs,
)
from claimcheck.checksums import sha256
from claimcheck.evaluation.checkworthiness import (
    Labelled,
    evaluate_checkworthiness,
    ranking,
    read_labelled,
)
from claimcheck.evaluation.metrics import calibration_error

SEED: Final = 0
FOLDS: Final = 5
# A word or cue has to stand in this many sentences.
MIN_SENTENCES: Final = 3
# How little weights are held down, and how heavy a cue is beside a sentence's words. Of 1, 2, 4, 8
# and 0.1, 0.2, 0.4 the best on CheckThat! 2024 (dev), by a hair.
C: Final = 4.0
CUE_SIZE: Final = 0.2
_WORTH_CHECKING: Final = "1"
_Floats = npt.NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("claimbuster", type=Path)
    parser.add_argument("held_out", type=Path, nargs="+")
    options = parser.parse_args()
    held_out = {path.stem: read_labelled(path) for path in options.held_out}
    learnt = read_claimbuster(
        options.claimbuster, [one for some in held_out.values() for one in some]
    )
    gold = np.array([one.checkworthy for one in learnt])
    left_out = scores_left_out(learnt)
    slope, shift = platt(left_out, gold)
    model = fitted(learnt, slope, shift)
    WEIGHTS.write_text(json.dumps(asdict(model), indent=0, sort_keys=True) + "\n", "utf-8")
    chances = 1 / (1 + np.exp(-(slope * left_out + shift)))
    cut = best_cut(chances, gold)
    print(f"{len(learnt)} sentences, {gold.sum()} worth checking; sha256 {sha256(WEIGHTS)}")
    print(f"cut {cut:.2f}, calibration error left out {calibration_error(chances, gold):.3f}")
    judge = linear_svm(learnt)
    for name, examples in held_out.items():
        texts = [one.text for one in examples]
        scores = [probability(model, text) for text in texts]
        figures = evaluate_checkworthiness(examples, scores, cut)
        figures["beside"]["tfidf_svm"] = ranking(examples, judge(texts))
        print(name, json.dumps(figures, indent=2))


def read_claimbuster(path: Path, held_out: Sequence[Labelled]) -> list[Labelled]:
    """Return the sentences that are not among the held-out ones, each once. Raises OSError."""
    held = {_bare(one.text) for one in held_out}
    rows = json.loads(path.read_text("utf-8"))
    labels = {row["text"]: row["label"] for row in rows if _bare(row["text"]) not in held}
    return [Labelled(text, label == _WORTH_CHECKING, "") for text, label in labels.items()]


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def fitted(examples: Sequence[Labelled], slope: float = 1.0, shift: float = 0.0) -> Weights:
    """Return the weights that a logistic regression finds, with a calibration found before."""
    from sklearn.linear_model import LogisticRegression

    tokens = [tokens_of(one.text) for one in examples]
    words = _columns([words_and_pairs(one) for one in tokens])
    shown = _columns([cues(one) for one in tokens])
    table = _table(tokens, words, shown)
    model = LogisticRegression(C=C, max_iter=2_000, random_state=SEED)
    model.fit(table, [one.checkworthy for one in examples])
    found = model.coef_[0]
    return Weights(
        {name: round(float(found[place]), 3) for name, place in words.items()},
        {name: round(float(found[len(words) + n]) * CUE_SIZE, 3) for name, n in shown.items()},
        round(float(model.intercept_[0]), 3),
        slope,
        shift,
    )


def _columns(features: Sequence[set[str]]) -> dict[str, int]:
    """Return a column for every feature that enough sentences have, in alphabetical order."""
    counts = Counter(name for some in features for name in some)
    kept = sorted(name for name, count in counts.items() if count >= MIN_SENTENCES)
    return {name: place for place, name in enumerate(kept)}


def _table(tokens: Sequence[list[str]], words: dict[str, int], shown: dict[str, int]) -> Any:
    """Return a sparse matrix of shape (sentences, words and cues)."""
    from scipy.sparse import csr_array

    rows, columns, values = [], [], []
    for row, some in enumerate(tokens):
        known = [words[name] for name in words_and_pairs(some) if name in words]
        told = [len(words) + shown[name] for name in cues(some) if name in shown]
        rows += [row] * (len(known) + len(told))
        columns += known + told
        values += [share_of(len(known))] * len(known) + [CUE_SIZE] * len(told)
    shape = (len(tokens), len(words) + len(shown))
    table = csr_array((values, (rows, columns)), shape=shape)
    # A set gives its members in another order in every process, and sums would follow it.
    table.sort_indices()
    return table


def scores_left_out(examples: Sequence[Labelled]) -> _Floats:
    """Return the log-odds of each sentence by weights that didn't see its fifth of the debates.

    Fifths are whole stretches, since neighbours often speak of one matter.
    """
    folds = np.arange(len(examples)) * FOLDS // len(examples)
    scores = np.empty(len(examples))
    for fold in range(FOLDS):
        inside = folds == fold
        model = fitted([one for one, out in zip(examples, inside, strict=True) if not out])
        texts = [one.text for one, out in zip(examples, inside, strict=True) if out]
        chances = np.array([probability(model, text) for text in texts])
        scores[inside] = np.log(chances / (1 - chances))
    return scores


def platt(scores: _Floats, gold: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """Return slope and shift that make probabilities of log-odds (Platt 1999)."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1e6).fit(scores[:, None], gold)
    return round(float(model.coef_[0, 0]), 3), round(float(model.intercept_[0]), 3)


def best_cut(chances: _Floats, gold: npt.NDArray[np.bool_]) -> float:
    """Return the cut, a multiple of 0.01, with the best F1 of the check-worthy."""
    cuts = np.arange(5, 96) / 100
    f1 = [
        2 * (gold & (chances >= cut)).sum() / (gold.sum() + (chances >= cut).sum()) for cut in cuts
    ]
    return float(cuts[int(np.argmax(f1))])


def linear_svm(examples: Sequence[Labelled]) -> Any:
    """Return what scores texts by a linear SVM over the TF-IDF of words and pairs of words."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    table = words.fit_transform([one.text for one in examples])
    model = LinearSVC(C=0.3, random_state=SEED).fit(table, [one.checkworthy for one in examples])
    return lambda texts: model.decision_function(words.transform(texts))


if __name__ == "__main__":
    main()
