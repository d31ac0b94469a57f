"""Texts -> unit vectors."""

from claimcheck.embed.base import DEFAULT_MODEL, Encoder, EncoderIdentity, Vectors
from claimcheck.embed.models import ModelFiles, find_model

__all__ = [
    "DEFAULT_MODEL",
    "Encoder",
    "EncoderIdentity",
    "ModelFiles",
    "Vectors",
    "find_model",
    "load_encoder",
]


def load_encoder(model: str = DEFAULT_MODEL) -> Encoder:
    """Load the encoder for `model`, a sentence-transformers name or folder.

    Raises ModelError when there is none or its files are not safe to load.
    """
    from claimcheck.embed.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(find_model(model))
