"""Which engine runs the model here: the quickest that gives the reference's vectors."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.resources import files as package_files

import numpy as np

from claimcheck.checksums import sha256, stamp
from claimcheck.embed.base import Encoder, Engine, Vectors
from claimcheck.embed.cache import Cache
from claimcheck.embed.models import ModelFiles
from claimcheck.embed.recipe import Recipe, read_recipe
from claimcheck.errors import ModelError
from claimcheck.settings import ENGINE_TIE, MIN_ENGINE_COSINE, MIN_GRAPH_COSINE

_Notify = Callable[[str], None]
_ROUNDS = 3
# Passages that show which engines are hopeless here: those that take this many times the least.
_FEW, _HOPELESS = 8, 4


@dataclass(frozen=True, slots=True)
class Measurement:
    """An engine on the calibration sentences of the package.

    `rate` is in sentences per second; the cosines are to the reference, sentence-transformers in
    float32.
    """

    engine: Engine
    rate: float
    mean_cosine: float
    min_cosine: float

    def __str__(self) -> str:
        return f"{self.engine} {self.rate:,.0f}/s (mean cosine {self.mean_cosine:.5f})"


def load_bulk(files: ModelFiles, wanted: Engine | None, notify: _Notify) -> Encoder:
    """Return the encoder for much text: `wanted`, or the quickest sound one on this machine.

    The first time the engines are measured, which takes seconds, and `notify` hears the outcome.
    """
    recipe = read_recipe(files)
    if recipe is None:
        return _reference(files)
    engine = wanted or _remembered(files) or _measure(files, recipe, notify)
    return _load(engine, files, recipe) or _reference(files)


def load_quick(files: ModelFiles) -> Encoder:
    """Return the encoder that starts soonest: the exported graph, exported now if need be."""
    recipe = read_recipe(files)
    encoder = recipe and _load(Engine.ONNX_F32, files, recipe)
    return encoder or _reference(files)


def _load(engine: Engine, files: ModelFiles, recipe: Recipe) -> Encoder | None:
    if engine in (Engine.ONNX_F32, Engine.OPENVINO_BF16):
        return _load_graph(engine, files, recipe)
    if engine is Engine.TORCH_BF16:
        from claimcheck.embed.torch_bf16 import TorchBf16Encoder

        return TorchBf16Encoder(files, recipe)
    return _reference(files)


def _load_graph(engine: Engine, files: ModelFiles, recipe: Recipe) -> Encoder | None:
    """Return an encoder over the exported graph; None where it cannot be made or kept."""
    cache = Cache.of(files.identity)
    try:
        if not cache.has_sound_graph() and not _export(cache, files, recipe):
            return None
        if engine is Engine.OPENVINO_BF16:
            from claimcheck.embed.openvino import OpenVinoEncoder

            return OpenVinoEncoder(files, recipe, cache.graph)
        from claimcheck.embed.onnx import OnnxEncoder

        return OnnxEncoder(files, recipe, cache.graph)
    except (OSError, RuntimeError):
        # A cache that cannot be written to, or an exporter that does not know the model.
        return None


def _export(cache: Cache, files: ModelFiles, recipe: Recipe) -> bool:
    """Export the graph and keep it only if it gives the reference's vectors."""
    from claimcheck.embed.export import export_graph
    from claimcheck.embed.onnx import OnnxEncoder

    export_graph(recipe, cache.graph)
    texts = calibration()[:32]
    expected = _reference(files).encode(texts)
    found = OnnxEncoder(files, recipe, cache.graph).encode(texts)
    if _cosines(expected, found).min() < MIN_GRAPH_COSINE:
        cache.graph.unlink()
        return False
    cache.note(graph_sha256=sha256(cache.graph), graph_stamp=stamp(cache.graph))
    return True


def _reference(files: ModelFiles) -> Encoder:
    from claimcheck.embed.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(files)


def _remembered(files: ModelFiles) -> Engine | None:
    notes = Cache.of(files.identity).notes()
    if notes.get("libraries") != _libraries():
        return None
    try:
        return Engine(notes["engine"])
    except (KeyError, ValueError):
        return None


def _measure(files: ModelFiles, recipe: Recipe, notify: _Notify) -> Engine:
    measured = list(_measurements(files, recipe))
    best = choose(measured)
    notify(f"Measured: {', '.join(map(str, measured))}. Embedding with {best.engine}.")
    Cache.of(files.identity).note(
        engine=best.engine, libraries=_libraries(), measured=[asdict(one) for one in measured]
    )
    return best.engine


def choose(measured: list[Measurement]) -> Measurement:
    """Return the quickest sound measurement; of nearly equal ones the last in Engine's order.

    While torch computes, its threads wait in a way that slows the reading and committing beside
    it; the engines further down leave room.
    """
    sound = [one for one in measured if one.mean_cosine >= MIN_ENGINE_COSINE]
    least = ENGINE_TIE * max(one.rate for one in sound)
    order = list(Engine)
    return max((one for one in sound if one.rate >= least), key=lambda one: order.index(one.engine))


def _measurements(files: ModelFiles, recipe: Recipe) -> Iterator[Measurement]:
    texts = calibration()
    loaded = [one for engine in Engine if (one := _try(engine, files, recipe)) is not None]
    encoders = worth_measuring(loaded, texts[:_FEW])
    # The reference comes first in Engine.
    vectors = [encoder.encode(texts) for encoder in encoders]
    # In turns, so that a moment in which the machine is busy does not decide.
    seconds = np.array([[_seconds(one, texts) for one in encoders] for _ in range(_ROUNDS)])
    for encoder, found, best in zip(encoders, vectors, seconds.min(axis=0), strict=True):
        cosines = _cosines(vectors[0], found)
        mean, least = float(cosines.mean()), float(cosines.min())
        rate = float(len(texts) / best)
        yield Measurement(encoder.engine, round(rate, 1), round(mean, 6), round(least, 6))


def worth_measuring(encoders: list[Encoder], texts: list[str]) -> list[Encoder]:
    """Return the encoders that may be the quickest, and the first, with which they are compared.

    Where a processor has to emulate bfloat16, an engine that needs it would take minutes.
    """
    for encoder in encoders:
        encoder.encode(texts)
    seconds = [_seconds(encoder, texts) for encoder in encoders]
    most = _HOPELESS * min(seconds)
    return [
        encoder
        for place, (encoder, took) in enumerate(zip(encoders, seconds, strict=True))
        if place == 0 or took <= most
    ]


def _try(engine: Engine, files: ModelFiles, recipe: Recipe) -> Encoder | None:
    try:
        return _load(engine, files, recipe)
    except (ModelError, RuntimeError, ImportError):
        return None


def _seconds(encoder: Encoder, texts: list[str]) -> float:
    started = time.perf_counter()
    encoder.encode(texts)
    return time.perf_counter() - started


def _cosines(expected: Vectors, found: Vectors) -> Vectors:
    return np.asarray((expected * found).sum(axis=1), np.float32)


def _libraries() -> str:
    names = ("torch", "transformers", "sentence-transformers", "onnxruntime", "openvino")
    return " ".join(f"{name}-{version(name)}" for name in names)


def calibration() -> list[str]:
    """Return passages about as long as the sentences of real news, written for this project."""
    text = (package_files("claimcheck.embed") / "calibration.txt").read_text("utf-8")
    return text.splitlines()
