"""How a sentence-transformers model makes a vector, as far as the quick engines can follow."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from claimcheck.embed.models import ModelFiles

_TRANSFORMER, _POOLING, _NORMALIZE = "Transformer", "Pooling", "Normalize"


class Pooling(StrEnum):
    """How token vectors become one: their mean, or the first."""

    MEAN = "mean"
    CLS = "cls"


@dataclass(frozen=True, slots=True)
class Recipe:
    """A transformer, pooled and normalised; `max_tokens` is where texts are cut."""

    folder: Path
    pooling: Pooling
    max_tokens: int
    dimension: int

    @property
    def tokenizer(self) -> Path:
        """The file of the fast tokenizer."""
        return self.folder / "tokenizer.json"


def read_recipe(files: ModelFiles) -> Recipe | None:
    """Return the recipe of a model; None when it is made of more than the engines know."""
    modules = _read(files.folder / "modules.json")
    kinds = [str(module.get("type")).rpartition(".")[2] for module in modules or []]
    if kinds not in ([_TRANSFORMER, _POOLING, _NORMALIZE], [_TRANSFORMER, _POOLING]):
        return None
    if any(module.get("path") for module in modules[:1]):
        return None
    pooling = _read(files.folder / modules[1]["path"] / "config.json") or {}
    limits = _read(files.folder / "sentence_bert_config.json") or {}
    mode, tokens = _mode(pooling), limits.get("max_seq_length")
    if mode is None or not isinstance(tokens, int) or limits.get("do_lower_case"):
        return None
    if not (files.folder / "tokenizer.json").is_file():
        return None
    return Recipe(files.folder, mode, tokens, int(pooling["word_embedding_dimension"]))


def _mode(pooling: dict[str, Any]) -> Pooling | None:
    wanted = {name for name, on in pooling.items() if name.startswith("pooling_mode_") and on}
    return {
        frozenset({"pooling_mode_mean_tokens"}): Pooling.MEAN,
        frozenset({"pooling_mode_cls_token"}): Pooling.CLS,
    }.get(frozenset(wanted))


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
