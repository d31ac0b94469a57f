"""The default encoder gives what sentence-transformers gives, whatever comes with a text."""

from functools import partial

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from claimcheck.embed import DEFAULT_MODEL, Encoder, find_model

TEXTS = (
    "The ferry sank off Arlen.",
    "Straße, Жертвы, 渡轮, 🙂.",
    "",
    "word " * 1000,
    "At least 23 people died.\nNobody knew why.",
    "A NUL \0 in it.",
)
equal = partial(np.allclose, rtol=0, atol=1e-5)


def test_vectors_are_those_of_sentence_transformers(encoder: Encoder) -> None:
    reference = SentenceTransformer(str(find_model(DEFAULT_MODEL).folder), device="cpu")
    expected = reference.encode(list(TEXTS), normalize_embeddings=True)
    assert equal(encoder.encode(TEXTS), expected)


def test_vectors_have_length_one(encoder: Encoder) -> None:
    assert equal(np.linalg.norm(encoder.encode(TEXTS), axis=1), 1)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_vector_does_not_depend_on_the_rest_of_its_batch(encoder: Encoder, text: str) -> None:
    among = encoder.encode([*TEXTS[::-1], text, *TEXTS[:2] * 20])
    assert equal(encoder.encode([text])[0], among[len(TEXTS)])


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    vectors = encoder.encode([])
    assert (vectors.shape, str(vectors.dtype), encoder.dimension) == ((0, 384), "float32", 384)


def test_the_identity_names_the_default_and_its_files(encoder: Encoder) -> None:
    assert encoder.identity == find_model(DEFAULT_MODEL).identity
    assert str(encoder.identity).startswith("all-MiniLM-L6-v2@")
