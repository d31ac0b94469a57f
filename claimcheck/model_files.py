"""Finding a model's files, and telling whether they are what they should be. Nothing is run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from claimcheck.checksums import sha256, stamp
from claimcheck.errors import ModelError

# Files that decide what a model makes of a text; README and training notes do not.
_DECIDING: Final = (
    "*.safetensors",
    "config.json",
    "modules.json",
    "sentence_bert_config.json",
    "config_sentence_transformers.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "vocab.txt",
    "vocab.json",
    "merges.txt",
    "*.model",
    "*_*/tokenizer*.json",
    "*_*/vocab.*",
    "*_*/config.json",
    "*_*/*.safetensors",
)


def model_folder(model: str) -> Path:
    """Return the folder of a model: itself, or that of a name on the hub.

    A name is looked for in the local hub cache and, as it was asked for by name, fetched where
    there is a network. Raises ModelError, also for weights that could run code.
    """
    folder = Path(model) if Path(model).is_dir() else _from_hub(model)
    _refuse_unsafe(folder, model)
    return folder


def model_name(model: str) -> str:
    """Return what a model is called: the name of its folder, or its name on the hub."""
    return Path(model).resolve().name if Path(model).is_dir() else model


def fingerprint(folder: Path) -> str:
    """Return twelve hexadecimal digits over all files that decide a result. Raises ModelError."""
    return fingerprint_of(folder, {p for pattern in _DECIDING for p in folder.glob(pattern)})


def fingerprint_of(folder: Path, files: Iterable[Path]) -> str:
    """Return twelve hexadecimal digits over some files of a folder. Raises ModelError."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.relative_to(folder).as_posix()} {checksum(path)}\n".encode())
    return digest.hexdigest()[:12]


def checksum(path: Path) -> str:
    """Return the SHA-256 of a model file, read once per process. Raises ModelError."""
    try:
        return _hashed(path, stamp(path))
    except OSError as error:
        raise ModelError(
            f"The model file {path} cannot be read ({error.strerror}).", "Reinstall the model."
        ) from error


@lru_cache(maxsize=64)
def _hashed(path: Path, _stamp: str) -> str:
    """Return the checksum of a file, read once per process unless it was written to."""
    return sha256(path)


def _from_hub(name: str) -> Path:
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, allow_patterns=["*.json", "*.txt", "*.safetensors"]))
    except Exception as error:  # the hub client raises many unrelated kinds
        raise ModelError(
            f"There is no model {name!r}: no such folder, and it is neither in the local cache "
            f"nor to be fetched ({type(error).__name__}).",
            "Give a folder that sentence-transformers saved, or leave --model out.",
        ) from error


def _refuse_unsafe(folder: Path, model: str) -> None:
    if not list(folder.glob("*.safetensors")) and not list(folder.glob("*/*.safetensors")):
        raise ModelError(
            f"The model {model!r} has no .safetensors weights; other formats can run code.",
            "Save it with SentenceTransformer(...).save(FOLDER, safe_serialization=True).",
        )
    types = _module_types(folder / "modules.json")
    foreign = [name for name in types if not name.startswith("sentence_transformers.")]
    if foreign:
        raise ModelError(
            f"The model {model!r} needs code of its own ({foreign[0]}), which is never run.",
            "Choose a model made of sentence-transformers' own modules.",
        )


def _module_types(path: Path) -> list[str]:
    """Return the classes that a model is made of; a plain transformer has no list of them."""
    try:
        return [str(module["type"]) for module in json.loads(path.read_text("utf-8"))]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, LookupError) as error:
        raise ModelError(
            f"{path} is no list of a model's modules.", "Download the model again."
        ) from error
