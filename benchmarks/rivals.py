"""What a user would otherwise take, on the same claims: each in a process of its own.

    python benchmarks/rivals.py build|ask NAME FOLDER
    python benchmarks/rivals.py once NAME FOLDER TEXT

NAME is `sentence-transformers` (util.semantic_search over all vectors), `txtai` (its defaults, with
the texts stored) or `bm25s` (with its numba-less defaults). FOLDER holds vectors.npy, texts.json
and queries.json, which benchmarks/lookup.py writes. `build` keeps an index in FOLDER, `ask` answers
every query and `once` one of them. The vectors are given, so that nobody pays for embedding twice.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from measuring import memory_mib, milliseconds, timed

K = 10
Answer = Callable[[str], list[int]]


def _texts(folder: Path) -> list[str]:
    texts: list[str] = json.loads((folder / "texts.json").read_text("utf-8"))
    return texts


def _model_folder() -> str:
    from claimcheck.embed import DEFAULT_MODEL, find_model

    return str(find_model(DEFAULT_MODEL).folder)


def build_sentence_transformers(folder: Path) -> None:
    """Nothing to build: the saved vectors are the index."""


def open_sentence_transformers(folder: Path) -> Answer:
    from sentence_transformers import util

    model, vectors = _plain_model(), np.load(folder / "vectors.npy")

    def answer(text: str) -> list[int]:
        hits = util.semantic_search(model.encode(text, convert_to_tensor=True), vectors, top_k=K)
        return [int(hit["corpus_id"]) for hit in hits[0]]

    return answer


def build_txtai(folder: Path) -> None:
    import rivals

    vectors = np.load(folder / "vectors.npy", mmap_mode="r")
    rivals.given = iter(vectors)
    embeddings = _txtai({"method": "external", "transform": "rivals.embed", "content": True})
    embeddings.index(enumerate(_texts(folder)))
    embeddings.save(str(folder / "txtai"))


def open_txtai(folder: Path) -> Answer:
    embeddings = _txtai()
    embeddings.load(str(folder / "txtai"))
    return lambda text: [int(hit["id"]) for hit in embeddings.search(text, K)]


# The vectors that txtai is given while it builds; nothing while it answers.
given: Iterator[Any] = iter(())


def embed(batch: list[Any]) -> Any:
    """Embed for txtai, which finds this function by its name."""
    ready = list(islice(given, len(batch)))
    return np.array(ready) if ready else _plain_model().encode(list(batch))


@cache
def _plain_model() -> Any:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(_model_folder(), device="cpu")


def _txtai(config: dict[str, Any] | None = None) -> Any:
    os.environ["ALLOW_RESOLVE_TRANSFORM"] = "True"
    from txtai import Embeddings

    return Embeddings(config)


def build_bm25s(folder: Path) -> None:
    import bm25s

    tokens = bm25s.tokenize(_texts(folder), stopwords="en", show_progress=False)
    retriever = bm25s.BM25()
    retriever.index(tokens, show_progress=False)
    retriever.save(str(folder / "bm25s"))


def open_bm25s(folder: Path) -> Answer:
    import bm25s

    retriever = bm25s.BM25.load(str(folder / "bm25s"), mmap=True)

    def answer(text: str) -> list[int]:
        tokens = bm25s.tokenize(text, stopwords="en", show_progress=False)
        found, _ = retriever.retrieve(tokens, k=K, show_progress=False)
        return [int(place) for place in found[0]]

    return answer


RIVALS = {
    "sentence-transformers": (build_sentence_transformers, open_sentence_transformers),
    "txtai": (build_txtai, open_txtai),
    "bm25s": (build_bm25s, open_bm25s),
}


def main() -> None:
    action, name, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    build, opened = RIVALS[name]
    if action == "build":
        started = time.perf_counter()
        build(folder)
        print(json.dumps({"built_in_s": round(time.perf_counter() - started, 1)}))
        return
    answer = opened(folder)
    if action == "once":
        print(json.dumps(answer(sys.argv[4])))
        return
    queries: list[str] = json.loads((folder / "queries.json").read_text("utf-8"))
    answer(queries[0])
    times: list[float] = []
    found = [timed(times, partial(answer, query)) for query in queries]
    figures = {"warm_ms": milliseconds(times), "peak_mib": memory_mib("VmHWM")}
    print(json.dumps({**figures, "found": found}))


if __name__ == "__main__":
    main()
