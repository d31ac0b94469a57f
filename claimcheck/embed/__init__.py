"""Texts -> unit vectors."""

from collections.abc import Callable

from claimcheck.embed.base import DEFAULT_MODEL, Encoder, EncoderIdentity, Engine, Vectors
from claimcheck.embed.models import ModelFiles, find_model

__all__ = [
    "DEFAULT_MODEL",
    "Encoder",
    "EncoderIdentity",
    "Engine",
    "ModelFiles",
    "Vectors",
    "find_model",
    "load_bulk_encoder",
    "load_encoder",
]


def load_encoder(model: str = DEFAULT_MODEL) -> Encoder:
    """Load the encoder that is ready soonest, for a few texts. Raises ModelError."""
    from claimcheck.embed.engines import load_quick

    return load_quick(find_model(model))


def load_bulk_encoder(
    model: str = DEFAULT_MODEL,
    engine: Engine | None = None,
    notify: Callable[[str], None] = lambda _: None,
) -> Encoder:
    """Load the encoder that is quickest for many texts, or the one named. Raises ModelError."""
    from claimcheck.embed.engines import load_bulk

    return load_bulk(find_model(model), engine, notify)
