"""What the hypothesis alone gives away, so that the model needn't learn it.

Annotators who write false claims write them alike ("only", "incapable of", the second most known
fact of a page), so in fact-checking sets a label can often be told without the evidence
(Schuster et al. 2019). A weak model of the hypothesis alone is fitted here; the trainer adds its
log-probabilities to the model's, which leaves to the model what the premise has to say: the product
of experts of Clark et al. 2019, "Don't Take the Easy Way Out".
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from claimcheck.training.sources import LABELS, Row

SEED, FOLDS = 1, 4
# Sources whose labels are told from the hypothesis alone. They are fitted as one, since the
# neutrals were made from the claims of the first, and the last holds contradictions only.
GIVEN_AWAY = ("fever-nli", "fever-neutral", "wikifactcheck")


def hypothesis_only(rows: Sequence[Row]) -> npt.NDArray[np.float32]:
    """Return P(label | hypothesis) for each row: (rows, labels), each in 0..1.

    No row is judged by a model that was fitted on its hypothesis. Rows of other sources than
    GIVEN_AWAY get the same chance for all labels.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold
    from sklearn.pipeline import make_pipeline

    chances = np.full((len(rows), len(LABELS)), 1 / len(LABELS), np.float32)
    places = np.array([n for n, row in enumerate(rows) if row.source in GIVEN_AWAY], np.intp)
    if not len(places):
        return chances
    hypotheses = np.array([rows[place].hypothesis for place in places], object)
    labels = np.array([LABELS.index(rows[place].label) for place in places])
    folds = GroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for fitted, held in folds.split(hypotheses, labels, groups=hypotheses):
        model = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True),
            LogisticRegression(C=4.0, max_iter=2_000),
        )
        model.fit(hypotheses[fitted], labels[fitted])
        known = model.predict_proba(hypotheses[held])
        chances[np.ix_(places[held], model.classes_)] = known
    return chances
