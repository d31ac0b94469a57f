"""How an index behaves as it grows: 10 thousand, 100 thousand, 1 million, 10 million claims.

    python benchmarks/scale.py INDEX --folder DIR
    python benchmarks/scale.py INDEX --folder DIR --sizes 10000 100000 1000000

Takes the claims of a real index as long as they last, then generated ones (growing.py), and adds
them to a new index in DIR (12 GB for 10 million) through its writer, without embedding. At each
size it prints: bytes per claim, memory, milliseconds of a warm search by stage, recall against
exact search with and without filters, seconds to add 1,000 claims, and seconds to open.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from growing import CLAIMS_PER_ARTICLE, Growing, Source
from measuring import memory_mib, milliseconds, nearest, recall, report, run_json, timed

from claimcheck.database import Database, Filter
from claimcheck.index import IndexReader, open_writer, stats
from claimcheck.settings import RETRIEVER_DEPTH as DEPTH

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
ADDED = 1_000
ADDITIONS = 6
QUERIES = 100
K = 10
FILTERS = {
    "all": Filter(),
    "without one outlet": Filter(exclude_outlets=("Outlet 7",)),
    "a tenth of the days": Filter(since="2002-01-01", until="2003-12-31"),
    "one outlet": Filter(outlets=("Outlet 7",)),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--probe", action="store_true", help="measure INDEX, in this process")
    options = parser.parse_args()
    if options.probe:
        print_probe(options.index, options.folder)
        return
    shutil.rmtree(options.folder, ignore_errors=True)
    options.folder.mkdir(parents=True)
    source = Source(options.index)
    chosen = np.linspace(0, len(source.queries) - 1, QUERIES).astype(int)
    queries = options.folder / "queries.npz"
    texts = np.array([source.query_texts()[place] for place in chosen])
    np.savez(queries, vectors=source.query_vectors()[chosen], texts=texts)
    growing = Growing(source)
    sizes = []
    for size in options.sizes:
        sizes.append(measured(growing, options.folder / "index", size, queries))
        say(str(sizes[-1]))
    result = {"real_claims": growing.real, "queries": QUERIES, "sizes": sizes}
    report(result, options.out)


def measured(growing: Growing, folder: Path, size: int, queries: Path) -> dict[str, Any]:
    """Let the index grow to `size`, and measure it."""
    before = stats(folder)["claims"] if folder.is_dir() else 0
    say(f"growing from {before:,} to {size:,} claims")
    started = time.perf_counter()
    grow(growing, folder, size - before)
    grown = time.perf_counter() - started
    held = stats(folder)
    files = {
        kind: sum(f["bytes"] for f in held[kind].values())
        for kind in ("vector_files", "word_files")
    }
    database = (folder / "claims.db").stat().st_size
    probe = run_json("scale.py", folder, "--folder", queries, "--probe")
    additions: list[float] = []
    for _ in range(ADDITIONS):
        timed(additions, partial(grow, growing, folder, ADDED))
    return {
        "claims": held["claims"],
        "kinds": sorted({file["kind"] for file in held["vector_files"].values()}),
        "recall_at_10_by_stats": min(f["recall_at_10"] for f in held["vector_files"].values()),
        "grown_in_s": round(grown, 1),
        "grown_peak_mib": memory_mib("VmHWM"),
        "bytes_per_claim": {
            "database": round(database / held["claims"]),
            **{name: round(size / held["claims"]) for name, size in files.items()},
        },
        **probe,
        "adding_1000_s": [round(seconds, 2) for seconds in additions],
        "adding_1000_mean_s": round(float(np.mean(additions)), 3),
    }


def grow(growing: Growing, folder: Path, claims: int) -> None:
    """Add claims as `claimcheck index` does."""
    with open_writer(folder, wait_s=0) as writer:
        for tally in writer.add(growing.articles(claims), growing.toolchain()):
            if tally.claims % 400_000 < 8_000:
                say(f"{tally.claims:,} claims")
        writer.finish()


def print_probe(folder: Path, queries: Path) -> None:
    """Measure an index in a process that does nothing else."""
    with np.load(queries) as held:
        vectors, texts = held["vectors"], held["texts"].tolist()
    opening: list[float] = []
    reader = timed(opening, lambda: IndexReader.open(folder))
    warm = warm_times(reader, texts, vectors)
    resident = memory_mib()
    filtered: dict[str, list[float]] = {name: [] for name in FILTERS}
    for name, where in FILTERS.items():
        reader.nearest(vectors[:1], K, where)
        for text, vector in zip(texts, vectors, strict=True):
            search = partial(reader.search, [text], vector[None], K, where)
            timed(filtered[name], search)
    found = {name: reader.nearest(vectors, K, where).ids for name, where in FILTERS.items()}
    with Database.open_reader(folder / "claims.db") as database:
        last, dimension = database.claims.last_id(), reader.manifest.dimension
        keeps = [mask(database, where, last) for where in FILTERS.values()]
        exact = nearest(vectors, database.vectors.between(1, last, dimension), K, keeps)
    recalls = {
        name: recall(found[name], ids) for name, (ids, _) in zip(FILTERS, exact, strict=True)
    }
    cosines = exact[0][1].mean(axis=0)
    result = {
        "opened_in_ms": round(opening[0] * 1000),
        "resident_mib": resident,
        "warm_ms": warm,
        "filtered_ms": {name: milliseconds(times) for name, times in filtered.items()},
        "recall_at_10": recalls,
        "cosine_of_first": round(float(cosines[0]), 3),
        "cosine_of_tenth": round(float(cosines[-1]), 3),
    }
    print(json.dumps(result))


def warm_times(reader: IndexReader, texts: list[str], vectors: Any) -> dict[str, Any]:
    """Return milliseconds of a search, of its retrievers alone, and of 40 claims at once."""
    names = ("search", "vectors", "words", "batch")
    times: dict[str, list[float]] = {name: [] for name in names}
    for text, vector in zip(texts, vectors, strict=True):
        reader.search([text], vector[None], K, Filter())
    for text, vector in zip(texts, vectors, strict=True):
        timed(times["search"], partial(reader.search, [text], vector[None], K, Filter()))
        timed(times["vectors"], partial(reader.nearest, vector[None], K, Filter()))
        timed(times["words"], partial(reader.with_most_words, text, DEPTH, Filter()))
    batch = slice(0, CLAIMS_PER_ARTICLE)
    for _ in range(5):
        timed(times["batch"], partial(reader.search, texts[batch], vectors[batch], K, Filter()))
    return {name: milliseconds(taken) for name, taken in times.items()}


def mask(database: Database, where: Filter, last: int) -> Any:
    """Return which claim ids a filter keeps."""
    if where.is_empty:
        return None
    keep = np.zeros(last + 1, np.bool_)
    for first, final in database.articles.claim_ranges(where):
        keep[first : final + 1] = True
    return keep


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
