"""Claim retrieval on CheckThat! 2020 task 2 and That-is-a-Known-Lie, through index and lookup.

    python benchmarks/retrieval.py checkthat DIR        with verified_claims.docs.tsv and dev/
    python benchmarks/retrieval.py known-lie DIR        with verified-claims.tsv and pairs.tsv

Indexes the verified claims with `claimcheck index`, asks for every query with `claimcheck lookup
--batch`, and prints JSON: MAP@5, MRR and precision at 1, each for the fused ranking and for vectors
and BM25 alone, which the same results carry as ranks. The data sets are not part of the project.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from typing import Any

from measuring import report

from claimcheck.evaluation.metrics import average_precision, reciprocal_rank

CANDIDATES = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset", choices=("checkthat", "known-lie"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="dev", help="of CheckThat!: train or dev")
    parser.add_argument("--engine", help="what embeds the verified claims; default: the quickest")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.dataset == "checkthat":
        documents, queries = read_checkthat(options.folder, options.split)
    else:
        documents, queries = read_known_lie(options.folder)
    texts = {name: text for name, (text, _) in queries.items()}
    answers = ask(documents, texts, options.engine)
    relevant = {name: wanted for name, (_, wanted) in queries.items()}
    figures = {how: score(answers, relevant, key) for how, key in RANKINGS.items()}
    result = {"documents": len(documents), "queries": len(queries), "engine": options.engine}
    report({**result, **figures}, options.out)


def read_checkthat(folder: Path, split: str) -> tuple[list[dict[str, str]], dict[str, Any]]:
    rows = _tsv(folder / "verified_claims.docs.tsv")
    documents = [_document(row[0], row[2], row[1]) for row in rows[1:]]
    texts = {row[0]: row[1] for row in _tsv(folder / split / "tweets.queries.tsv")[1:]}
    wanted: dict[str, set[str]] = {}
    for query, _, document, _ in _tsv(folder / split / "tweet-vclaim-pairs.qrels"):
        wanted.setdefault(query, set()).add(document)
    return documents, {query: (texts[query], found) for query, found in wanted.items()}


def read_known_lie(folder: Path) -> tuple[list[dict[str, str]], dict[str, Any]]:
    rows = _tsv(folder / "verified-claims.tsv")[1:]
    documents = [_document(str(number), row[0], row[1]) for number, row in enumerate(rows)]
    by_fact: dict[str, set[str]] = {}
    for number, row in enumerate(rows):
        by_fact.setdefault(row[1], set()).add(str(number))
    pairs = _tsv(folder / "pairs.tsv")[1:]
    return documents, {
        str(number): (claim, by_fact[fact])
        for number, (claim, fact) in enumerate(pairs)
        if fact in by_fact
    }


def _document(name: str, title: str, text: str) -> dict[str, str]:
    return {"id": name, "title": title, "text": text, "outlet": "fact-checks"}


def _tsv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


def ask(
    documents: list[dict[str, str]], queries: dict[str, str], engine: str | None
) -> dict[str, list[Any]]:
    program = [sys.executable, "-m", "claimcheck"]
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder, "documents.jsonl"), str(Path(folder, "index"))
        corpus.write_text("".join(json.dumps(one) + "\n" for one in documents), "utf-8")
        engines = ["--engine", engine] if engine else []
        subprocess.run([*program, "index", str(corpus), "--index", index, *engines], check=True)
        lines = "".join(json.dumps({"id": q, "text": t}) + "\n" for q, t in queries.items())
        lookup = [*program, "lookup", "--batch", "-", "--index", index, "-k", str(CANDIDATES)]
        done = subprocess.run(lookup, input=lines, capture_output=True, text=True, check=True)
    answers = map(json.loads, done.stdout.splitlines())
    return {answer["id"]: answer["results"] for answer in answers}


def _by(name: str) -> Callable[[dict[str, Any]], float]:
    return lambda result: result["scores"][name] or float("inf")


RANKINGS: dict[str, Callable[[dict[str, Any]], float]] = {
    "fused": lambda result: -result["scores"]["fused"],
    "vectors": _by("vector_rank"),
    "bm25": _by("lexical_rank"),
}


def score(
    answers: dict[str, list[Any]],
    relevant: dict[str, set[str]],
    key: Callable[[dict[str, Any]], float],
) -> dict[str, float]:
    ranked = {}
    for query, results in answers.items():
        found = [one for one in sorted(results, key=key) if key(one) != float("inf")]
        # A document is as good as its best claim.
        ranked[query] = list(dict.fromkeys(one["source_id"] for one in found))
    pairs = [(ranked[query], wanted) for query, wanted in relevant.items()]
    return {
        "map_at_5": round(mean(average_precision(r, w, 5) for r, w in pairs), 3),
        "mrr": round(mean(reciprocal_rank(r, w) for r, w in pairs), 3),
        "precision_at_1": round(mean(r[:1] != [] and r[0] in w for r, w in pairs), 3),
    }


if __name__ == "__main__":
    main()
