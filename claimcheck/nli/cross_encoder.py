"""Any cross-encoder of sentence-transformers that tells entailment from contradiction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from claimcheck.datatypes import NliScores
from claimcheck.errors import ModelError
from claimcheck.model_files import fingerprint, model_folder, model_name
from claimcheck.nli.base import LABELS, NliIdentity, Pair, as_scores
from claimcheck.settings import NLI_BATCH


class CrossEncoderNli:
    """A model by its name or folder; the order of its labels is read from its own config.

    Raises ModelError where there is none such, or its labels are not the three.
    """

    def __init__(self, model: str) -> None:
        folder = model_folder(model)
        self._places = _places_of_labels(folder / "config.json", model)
        self.identity = NliIdentity(model_name(model), fingerprint(folder))
        self._encoder: Any = _loaded(folder, model)

    def predict(self, pairs: Sequence[Pair]) -> list[NliScores]:
        """Return the model's own probabilities of each pair, not calibrated."""
        if not pairs:
            return []
        import torch

        logits = self._encoder.predict(
            list(pairs),
            batch_size=NLI_BATCH,
            activation_fn=torch.nn.Identity(),
            show_progress_bar=False,
        )
        return as_scores(np.asarray(logits, np.float32)[:, self._places])


def _loaded(folder: Path, model: str) -> Any:
    from sentence_transformers import CrossEncoder

    try:
        return CrossEncoder(str(folder), device="cpu", local_files_only=True)
    except Exception as error:  # transformers raises whatever the files make it raise
        raise ModelError(
            f"The NLI model {model!r} cannot be loaded ({type(error).__name__}: {error}).",
            "Choose a cross-encoder that sentence-transformers can load.",
        ) from error


def _places_of_labels(config: Path, model: str) -> list[int]:
    """Return where entailment, neutral and contradiction stand in the model's output."""
    try:
        named = json.loads(config.read_text("utf-8"))["id2label"]
        places = {str(name).lower(): int(place) for place, name in named.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        places = {}
    if set(places) != set(LABELS) or sorted(places.values()) != [0, 1, 2]:
        found = ", ".join(sorted(places)) or "none"
        raise ModelError(
            f"The NLI model {model!r} does not name the labels {', '.join(LABELS)} in its "
            f"config.json (found: {found}), so its scores can't be read.",
            "Choose a cross-encoder trained for NLI, or name the labels in id2label.",
        )
    return [places[label] for label in LABELS]
