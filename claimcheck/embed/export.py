"""Exporting a model to ONNX, once; the file is checked against its own hash when it is used."""

from __future__ import annotations

import logging
import os
import warnings
from pathlib import Path

from claimcheck.embed.recipe import Recipe

_OPSET = 17


def export_graph(recipe: Recipe, target: Path) -> None:
    """Write the float32 graph of `recipe` to `target`, whole or not at all. Raises OSError."""
    import torch

    from claimcheck.embed.torch_model import SentenceModule

    module = SentenceModule(recipe, "eager", torch.float32)
    example = torch.ones(2, 16, dtype=torch.long)
    dynamic = {0: "texts", 1: "tokens"}
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    target.parent.mkdir(parents=True, exist_ok=True)
    # The exporter comments on its own ways at length.
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            (example, example),
            str(unfinished),
            input_names=["input_ids", "attention_mask"],
            output_names=["vector"],
            dynamic_axes={"input_ids": dynamic, "attention_mask": dynamic, "vector": {0: "texts"}},
            opset_version=_OPSET,
            dynamo=False,
        )
    unfinished.replace(target)
