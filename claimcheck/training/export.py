"""From trained weights to the files that are shipped.

    python -m claimcheck.training.export RUN/model claimcheck/nli/news-minilm

Writes the graph with eight-bit weights and the tokenizer that `claimcheck.nli.onnx` loads, and
prints their checksums, which belong there. `--weights DIR` also writes the weights in half
precision, for those who go on training.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

from claimcheck.checksums import sha256

_OPSET = 17
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path, help="a folder that the trainer saved")
    parser.add_argument("out", type=Path)
    parser.add_argument("--weights", type=Path, help="folder for the half-precision weights")
    options = parser.parse_args()
    if options.weights:
        halve(options.model, options.weights)
    for path in write(options.model, options.out):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, sha256 {sha256(path)}")


def write(model: Path, folder: Path) -> tuple[Path, Path]:
    """Write the graph and the tokenizer of a trained model, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    graph, tokenizer = folder / "model.int8.onnx", folder / "tokenizer.json"
    with tempfile.TemporaryDirectory() as scratch:
        exported = Path(scratch) / "model.onnx"
        export(model, exported)
        quantise(exported, graph)
    shutil.copyfile(model / "tokenizer.json", tokenizer)
    return graph, tokenizer


def export(model: Path, target: Path) -> None:
    """Write a model as a float32 graph.

    Not fused by onnxruntime.transformers: quantised, what the runtime makes of the plain graph is a
    fifth quicker.
    """
    import torch
    from transformers import BertForSequenceClassification

    module: Any = BertForSequenceClassification.from_pretrained(model, attn_implementation="eager")
    module.eval()
    example = {name: torch.ones(2, 16, dtype=torch.long) for name in _INPUTS}
    axes = {name: {0: "pairs", 1: "tokens"} for name in _INPUTS}
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            (example,),
            str(target),
            input_names=list(_INPUTS),
            output_names=["logits"],
            dynamic_axes={**axes, "logits": {0: "pairs"}},
            opset_version=_OPSET,
            dynamo=False,
        )


def quantise(graph: Path, target: Path) -> None:
    """Write a graph with its weights as eight-bit integers, a scale for each output channel."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.getLogger().setLevel(logging.ERROR)
    quantize_dynamic(
        str(graph),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        # Seven of the eight bits: sums of products overflow on processors without VNNI otherwise.
        reduce_range=True,
    )


def halve(model: Path, folder: Path) -> None:
    """Write a model's weights in half precision, with its configuration and tokenizer."""
    import torch
    from transformers import AutoTokenizer, BertForSequenceClassification

    BertForSequenceClassification.from_pretrained(model, dtype=torch.float16).save_pretrained(
        folder
    )
    AutoTokenizer.from_pretrained(model).save_pretrained(folder)


if __name__ == "__main__":
    main()
