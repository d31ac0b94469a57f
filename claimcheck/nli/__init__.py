"""Premise and hypothesis -> entailment, neutral, contradiction."""

from pathlib import Path

from claimcheck.nli.base import (
    DEFAULT_NLI,
    LABELS,
    Nli,
    NliIdentity,
    Pair,
    both_ways,
    likeliest,
    table_of,
)

__all__ = [
    "DEFAULT_NLI",
    "LABELS",
    "Nli",
    "NliIdentity",
    "Pair",
    "both_ways",
    "likeliest",
    "load_nli",
    "table_of",
]


def load_nli(model: str = DEFAULT_NLI) -> Nli:
    """Load the model that comes along, one of the same make from a folder, or a cross-encoder.

    Raises ModelError.
    """
    from claimcheck.nli.onnx import GRAPH, OnnxNli

    if model == DEFAULT_NLI:
        return OnnxNli()
    if (Path(model) / GRAPH).is_file():
        return OnnxNli(Path(model))
    from claimcheck.nli.cross_encoder import CrossEncoderNli

    return CrossEncoderNli(model)
