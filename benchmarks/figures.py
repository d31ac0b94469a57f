"""The tables and the picture of the README, from the results that the benchmarks kept.

    python benchmarks/figures.py                      prints the tables
    python benchmarks/figures.py --picture FILE.svg   draws the growth curves as well

Reads benchmarks/results/*.json, each written by the benchmark of that name with --out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).with_name("results")
# A source without a limit of its own.
ALL = 1_000_000
NAMES = {
    10_000: "10 thousand",
    100_000: "100 thousand",
    1_000_000: "1 million",
    10_000_000: "10 million",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    for name, table_of in TABLES.items():
        print(f"{name}:\n\n{table_of()}")
    if options.picture:
        draw(result("scale"), options.picture)


def result(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((RESULTS / f"{name}.json").read_text("utf-8"))
    return found


def growth() -> str:
    """Return how an index behaves as it grows."""
    rows = []
    for size in result("scale")["sizes"]:
        warm, bytes_each = size["warm_ms"], size["bytes_per_claim"]
        rows.append(
            (
                NAMES.get(size["claims"], f"{size['claims']:,}"),
                f"{size['recall_at_10']['all']:.3f}",
                f"{min(size['recall_at_10'].values()):.3f}",
                milliseconds(warm["search"]),
                f"{size['adding_1000_mean_s']:.2f}",
                f"{size['resident_mib']:,}",
                f"{bytes_each['database']} + {bytes_each['vector_files']} + "
                f"{bytes_each['word_files']}",
            )
        )
    head = (
        "Claims",
        "Recall@10",
        "with filters, the least",
        "Search, ms (p50 / p95)",
        "Adding 1,000, s",
        "Memory, MiB",
        "Bytes per claim (database + vectors + words)",
    )
    return table(head, rows)


def lookups() -> str:
    """Return lookups beside what one would use instead."""
    lookup = result("lookup")
    ours = lookup["claimcheck"]
    recalls = f"{lookup['claimcheck_recall_at_10']:.3f}"
    memory = f"{ours['peak_mib']:,}"
    warm = milliseconds(ours["warm_ms"]["lookup"])
    rows = [
        ("claimcheck, comparison included", warm, recalls, str(ours["whole_process_s"]), memory)
    ]
    for name in ("sentence-transformers", "txtai", "bm25s"):
        other = lookup[name]
        found = other.get("recall_at_10")
        rows.append(
            (
                name,
                milliseconds(other["warm_ms"]),
                "-" if found is None else f"{found:.3f}",
                str(other["whole_process_s"]),
                f"{other['peak_mib']:,}",
            )
        )
    head = ("", "Warm, ms (p50 / p95)", "Recall@10", "Whole process, s", "Peak memory, MiB")
    return table(head, rows)


def retrieval() -> str:
    """Return how well claims are found."""
    rows = []
    for name, title, figure in (
        ("checkthat", "CheckThat! 2020 task 2, development, MAP@5", "map_at_5"),
        ("known-lie", "That is a Known Lie, Snopes, precision at 1", "precision_at_1"),
    ):
        found = result(f"retrieval-{name}")
        figures = (f"{found[how][figure]:.3f}" for how in ("fused", "vectors", "bm25"))
        rows.append((f"{title} ({found['queries']} queries)", *figures))
    return table(("", "fused", "vectors alone", "BM25 alone"), rows)


def nli() -> str:
    """Return how pairs are judged, beside simpler means."""
    rows = []
    for name, found in result("nli")["sets"].items():
        against, beside = found["contradiction"], found["beside"]
        shares = (against["precision"]["value"], against["recall"]["value"])
        rows.append(
            (
                name,
                f"{found['pairs']:,}",
                interval(found["accuracy"]),
                " / ".join(f"{share:.2f}" for share in shares),
                interval(against["f1"]),
                *(
                    percent(beside[how])
                    for how in ("cosine", "overlap", "hypothesis_only", "largest_class")
                ),
            )
        )
    head = (
        "",
        "Pairs",
        "Accuracy (95 %)",
        "Contradiction, P / R",
        "F1 (95 %)",
        "Cosine",
        "Overlap",
        "Hypothesis only",
        "Largest class",
    )
    return table(head, rows)


def twins() -> str:
    """Return in how many contrast groups both twins are judged right."""
    rows = []
    for name, found in result("nli")["sets"].items():
        for kind, figures in found["twins"].items():
            made = "generated" if name == "generated" else "by hand"
            rows.append((f"{kind}, {made}", str(figures["groups"]), interval(figures["right"])))
    return table(("", "Groups", "All right (95 %)"), sorted(rows))


def ablation() -> str:
    """Return what is judged right after short runs that leave out a part of the training data."""
    runs = result("ablation")["runs"]
    head = ("", *next(iter(runs.values()))["sets"])
    rows = [(name, *map(interval, run["sets"].values())) for name, run in runs.items()]
    return table(head, rows)


def data() -> str:
    """Return the sources of the training data, as the recipe lists them."""
    from claimcheck.training.sources import SOURCES

    rows = [(one.name, one.origin, one.licence, taken(one)) for one in SOURCES]
    return table(("Source", "From", "Licence", "Taken"), rows)


def taken(source: Any) -> str:
    most = source.most_per_label
    rows = "all rows" if most >= ALL else f"up to {most:,} rows a label"
    return rows if source.repeats == 1 else f"{rows}, {source.repeats} times a pass"


def interval(figures: dict[str, float]) -> str:
    value, low, high = (percent(figures[name]) for name in ("value", "low", "high"))
    return f"{value} ({low}-{high})"


def percent(share: float) -> str:
    return f"{share * 100:.1f}"


def milliseconds(times: dict[str, float]) -> str:
    return f"{times['p50']} / {times['p95']}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


TABLES: dict[str, Callable[[], str]] = {
    "ablation": ablation,
    "data": data,
    "growth": growth,
    "lookups": lookups,
    "nli": nli,
    "retrieval": retrieval,
    "twins": twins,
}


def draw(scale: dict[str, Any], path: Path) -> None:
    """Draw milliseconds, memory and the cost of additions over the number of claims."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "claimcheck"
    from matplotlib import pyplot

    sizes = scale["sizes"]
    claims = [size["claims"] for size in sizes]
    figure, axes = pyplot.subplots(1, 3, figsize=(11, 3.4), layout="constrained")
    curves = (
        (
            "One search, warm (ms)",
            "search",
            "median",
            lambda size: size["warm_ms"]["search"]["p50"],
        ),
        (
            "One search, warm (ms)",
            "search",
            "95th percentile",
            lambda size: size["warm_ms"]["search"]["p95"],
        ),
        ("Adding 1,000 claims (s)", "add", "mean of 6", lambda size: size["adding_1000_mean_s"]),
        ("Memory of a reader (MiB)", "memory", "resident", lambda size: size["resident_mib"]),
    )
    places = {"search": axes[0], "add": axes[1], "memory": axes[2]}
    for (title, place, label, value), style in zip(curves, ("o-", "s--", "o-", "o-"), strict=True):
        places[place].plot(claims, [value(size) for size in sizes], style, label=label)
        places[place].set(title=title, xscale="log", yscale="log", xlabel="claims")
    places["add"].set_ylim(0.01, 1)
    for axis in axes:
        axis.yaxis.set_major_formatter("{x:g}")
        axis.yaxis.set_minor_formatter("")
        axis.grid(alpha=0.3, which="both")
        axis.legend()
    figure.savefig(path, metadata={"Date": None})


if __name__ == "__main__":
    main()
