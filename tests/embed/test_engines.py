"""Every engine gives the reference's vectors, and the quickest sound one is taken."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from claimcheck.embed import DEFAULT_MODEL, Encoder, Engine, Vectors, find_model, load_bulk_encoder
from claimcheck.embed.cache import Cache
from claimcheck.embed.engines import Measurement, calibration, choose, worth_measuring
from claimcheck.embed.onnx import OnnxEncoder
from claimcheck.embed.recipe import read_recipe
from claimcheck.embed.sentence_transformer import SentenceTransformerEncoder

TEXTS = calibration()[:40]


@pytest.fixture(scope="module")
def reference() -> Encoder:
    return SentenceTransformerEncoder(find_model(DEFAULT_MODEL))


@pytest.mark.parametrize(
    ("engine", "least"),
    [(Engine.ONNX_F32, 0.99999), (Engine.TORCH_BF16, 0.999), (Engine.OPENVINO_BF16, 0.999)],
)
def test_an_engine_gives_the_vectors_of_the_reference(
    reference: Encoder, engine: Engine, least: float
) -> None:
    encoder = load_bulk_encoder(DEFAULT_MODEL, engine)
    found = encoder.encode(TEXTS)
    assert encoder.engine is engine
    assert (found * reference.encode(TEXTS)).sum(axis=1).min() >= least
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-4)


def measured(engine: Engine, rate: float, cosine: float = 1.0) -> Measurement:
    return Measurement(engine, rate, cosine, cosine)


def test_the_quickest_is_chosen() -> None:
    slow, quick = measured(Engine.ONNX_F32, 300), measured(Engine.TORCH_BF16, 900)
    assert choose([slow, quick]) is quick


def test_an_engine_with_other_vectors_is_not_chosen() -> None:
    right, wrong = measured(Engine.TORCH_F32, 300), measured(Engine.ONNX_F32, 900, 0.992)
    assert choose([right, wrong]) is right


def test_of_equally_quick_engines_the_one_that_leaves_room_is_chosen() -> None:
    torch, graph = measured(Engine.TORCH_BF16, 1000), measured(Engine.OPENVINO_BF16, 950)
    assert choose([torch, graph]) is graph


class Slow(OnnxEncoder):
    """An engine as on a processor that has to emulate its numbers."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        time.sleep(1)
        return super().encode(texts)


def test_a_hopeless_engine_is_not_measured() -> None:
    files, graph = find_model(DEFAULT_MODEL), Cache.of(find_model(DEFAULT_MODEL).identity).graph
    recipe = read_recipe(files)
    assert recipe is not None
    slow, quick = Slow(files, recipe, graph), OnnxEncoder(files, recipe, graph)
    assert worth_measuring([quick, slow], TEXTS[:4]) == [quick]
    # The others are compared with the first, so that one stays.
    assert worth_measuring([slow, quick], TEXTS[:4]) == [slow, quick]


def test_a_damaged_graph_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is exported anew, and the vectors are right."""
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path))
    expected = load_bulk_encoder(DEFAULT_MODEL, Engine.ONNX_F32).encode(TEXTS[:3])
    cache = Cache.of(find_model(DEFAULT_MODEL).identity)
    cache.graph.write_bytes(cache.graph.read_bytes()[:-1000])
    assert not cache.has_sound_graph()
    again = load_bulk_encoder(DEFAULT_MODEL, Engine.ONNX_F32).encode(TEXTS[:3])
    assert np.array_equal(again, expected)


def test_a_cache_that_cannot_be_kept_leaves_the_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", "utf-8")
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(blocked))
    assert load_bulk_encoder(DEFAULT_MODEL, Engine.ONNX_F32).engine is Engine.TORCH_F32
