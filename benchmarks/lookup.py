"""Search time over a whole index: warm, by stage, and as a whole process; beside others.

    python benchmarks/lookup.py index corpora/sample/gold/lookups.jsonl
    python benchmarks/lookup.py INDEX LOOKUPS --beside sentence-transformers txtai bm25s

Prints JSON: milliseconds at the 50th and 95th percentile for embedding one claim, searching the
vectors and the words, and everything together with the comparison of the results by rules, without
NLI; and seconds for `claimcheck lookup` from start to end. The queries are the claims of LOOKUPS
and, since a search for a sentence is slower than for a few words, claims of the index itself. With
--beside the same queries are put to others over the same claims, in the same run (rivals.py).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from measuring import (
    memory_mib,
    milliseconds,
    nearest,
    recall,
    report,
    run_json,
    timed,
    whole_process,
)
from rivals import RIVALS, K

from claimcheck.cli.tools import open_checker
from claimcheck.database import Database, Filter
from claimcheck.evaluation.gold import read_lookups
from claimcheck.pipeline import Checker, typed_claim
from claimcheck.settings import RETRIEVER_DEPTH

OWN_QUERIES = 84


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("lookups", type=Path)
    parser.add_argument("--beside", nargs="+", choices=RIVALS, default=[])
    parser.add_argument("--folder", type=Path, help="where the others keep their indexes")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    queries = [one.text for one in read_lookups(options.lookups)]
    with open_checker(options.index, None, K) as checker:
        queries += own_claims(options.index, checker.index.counts()["claims"])
        result = {"claims": checker.index.counts()["claims"], "queries": len(queries)}
        result["claimcheck"], found = ours(checker, queries, options.index)
        if options.beside:
            with tempfile.TemporaryDirectory(dir=options.folder) as folder:
                result |= beside(checker, queries, options, Path(folder), found)
    report(result, options.out)


def own_claims(folder: Path, claims: int) -> list[str]:
    """Return some claims of the index, evenly spread."""
    with Database.open_reader(folder / "claims.db") as database:
        places = np.linspace(1, claims, min(OWN_QUERIES, claims)).astype(int).tolist()
        return [claim.text for claim in database.claims.get(places).values()]


def ours(checker: Checker, queries: list[str], index: Path) -> tuple[dict[str, Any], Any]:
    """Return figures of claimcheck, and the nearest ids it finds for each query."""
    reader, everything = checker.index, Filter()
    for text in queries:
        checker.lookup([typed_claim(text)], [everything])
    names = ("embed", "vectors", "words", "search", "lookup")
    stages: dict[str, list[float]] = {name: [] for name in names}
    found = []
    for text in queries:
        vector = timed(stages["embed"], partial(checker.encoder.encode, [text]))
        near = partial(reader.nearest, vector, K, everything)
        found.append(timed(stages["vectors"], near).ids[0].tolist())
        timed(stages["words"], partial(reader.with_most_words, text, RETRIEVER_DEPTH, everything))
        timed(stages["search"], partial(reader.search, [text], vector, K, everything))
        timed(stages["lookup"], partial(checker.lookup, [typed_claim(text)], [everything]))
    command = [sys.executable, "-m", "claimcheck", "lookup", queries[0], "--index", index]
    command += ["--nli-model", "none"]
    figures = {
        "warm_ms": {name: milliseconds(times) for name, times in stages.items()},
        "whole_process_s": whole_process(command),
        "peak_mib": memory_mib("VmHWM"),
    }
    return figures, found


def beside(
    checker: Checker, queries: list[str], options: argparse.Namespace, folder: Path, found: Any
) -> dict[str, Any]:
    """Put the same queries to others, over the same vectors and texts."""
    ids = export(options.index, folder, checker.index.manifest.dimension)
    (folder / "queries.json").write_text(json.dumps(queries), "utf-8")
    vectors = np.load(folder / "vectors.npy", mmap_mode="r")
    asked = checker.encoder.encode(queries)
    step = 50_000
    parts = (
        (np.arange(start, min(start + step, len(vectors))), np.array(vectors[start : start + step]))
        for start in range(0, len(vectors), step)
    )
    ((exact, _),) = nearest(asked, parts, K)
    figures: dict[str, Any] = {"claimcheck_recall_at_10": recall(found, ids[exact])}
    for name in options.beside:
        print(f"building {name}", file=sys.stderr, flush=True)
        built = run_json("rivals.py", "build", name, folder)
        answered = run_json("rivals.py", "ask", name, folder)
        once = [sys.executable, Path(__file__).with_name("rivals.py"), "once", name, folder]
        answered |= built | {"whole_process_s": whole_process([*once, queries[0]], repeats=2)}
        places = answered.pop("found")
        if name != "bm25s":
            answered["recall_at_10"] = recall(places, exact)
        figures[name] = answered
    return figures


def export(index: Path, folder: Path, dimension: int) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Write vectors.npy and texts.json; return the claims' ids in their order."""
    with Database.open_reader(index / "claims.db") as database:
        last = database.claims.last_id()
        parts = list(database.vectors.between(1, last, dimension))
        np.save(folder / "vectors.npy", np.concatenate([vectors for _, vectors in parts]))
        texts = [text for _, text in database.claims.texts(1, last)]
        (folder / "texts.json").write_text(json.dumps(texts), "utf-8")
        return np.concatenate([ids for ids, _ in parts])


if __name__ == "__main__":
    main()
