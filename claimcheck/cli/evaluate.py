"""`claimcheck evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.options import index_option, model_option

_GOLD = click.argument("gold", type=click.Path(path_type=Path, dir_okay=False))


@click.group("evaluate", short_help="Reproduce the numbers in the README.")
def evaluate_command() -> None:
    """Reproduce the numbers in the README; each command prints JSON.

    \b
    claimcheck evaluate pairs corpora/sample/gold/pairs.jsonl
    claimcheck evaluate lookups corpora/sample/gold/lookups.jsonl
    claimcheck evaluate offsets corpora/sample/articles.jsonl
    """


@evaluate_command.command("pairs", short_help="Relations and typed differences.")
@_GOLD
@model_option
def pairs_command(gold: Path, model: str | None) -> None:
    """Score relations and differences on the annotated pairs of GOLD (JSON lines).

    \b
    claimcheck evaluate pairs corpora/sample/gold/pairs.jsonl
    """
    from claimcheck.cli.tools import load_named_encoder
    from claimcheck.evaluation.gold import read_pairs
    from claimcheck.evaluation.pairs import evaluate_pairs

    pairs = read_pairs(gold)
    _print(evaluate_pairs(pairs, load_named_encoder(model)))


@evaluate_command.command("lookups", short_help="Retrieval of claims that bear on a claim.")
@_GOLD
@index_option
@model_option
def lookups_command(gold: Path, index_folder: Path, model: str | None) -> None:
    """Score what the index finds for the claims of GOLD (JSON lines).

    \b
    claimcheck evaluate lookups corpora/sample/gold/lookups.jsonl --index index
    """
    from claimcheck.cli.tools import open_checker
    from claimcheck.evaluation.gold import read_lookups
    from claimcheck.evaluation.lookups import DEPTH, evaluate_lookups

    lookups = read_lookups(gold)
    with open_checker(index_folder, model, DEPTH) as checker:
        _print(evaluate_lookups(lookups, checker))


@evaluate_command.command("offsets", short_help="Loading and segmenting, without an index.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--segmenter", default="sentences", show_default=True)
def offsets_command(paths: tuple[str, ...], segmenter: str) -> None:
    """Load and segment everything under PATH...; count what is skipped and what is misplaced.

    \b
    claimcheck evaluate offsets corpora/sample/articles.jsonl
    """
    from claimcheck.cli.progress import Watch
    from claimcheck.evaluation.offsets import evaluate_offsets
    from claimcheck.loaders import count_given, load
    from claimcheck.segment import find_segmenter

    found = find_segmenter(segmenter)
    with Watch("segmenting", None) as watch:
        if watch.is_shown:
            watch.expect(count_given(paths))
        _print(evaluate_offsets(load(paths), found, watch.advance))


def _print(figures: dict[str, Any]) -> None:
    click.echo(json.dumps({"schema": 1, **figures}, ensure_ascii=False, indent=2))
