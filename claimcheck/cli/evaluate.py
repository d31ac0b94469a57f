"""`claimcheck evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.options import index_option, model_option, nli_option, segmenter_option

_GOLD = click.argument("gold", type=click.Path(path_type=Path, dir_okay=False))


@click.group("evaluate", short_help="Reproduce the numbers in the README.")
def evaluate_command() -> None:
    """Reproduce the numbers in the README; each command prints JSON.

    \b
    claimcheck evaluate pairs corpora/sample/gold/pairs.jsonl
    claimcheck evaluate lookups corpora/sample/gold/lookups.jsonl
    claimcheck evaluate offsets corpora/sample/articles.jsonl
    claimcheck evaluate phrases corpora/phrases/dates.jsonl
    """


@evaluate_command.command("pairs", short_help="Relations and typed differences.")
@_GOLD
@model_option
@nli_option
def pairs_command(gold: Path, model: str | None, nli_model: str) -> None:
    """Score relations and differences on the annotated pairs of GOLD (JSON lines).

    \b
    claimcheck evaluate pairs corpora/sample/gold/pairs.jsonl
    """
    from claimcheck.cli.tools import load_named_encoder, load_named_nli
    from claimcheck.evaluation.gold import read_pairs
    from claimcheck.evaluation.pairs import evaluate_pairs

    pairs = read_pairs(gold)
    _print(evaluate_pairs(pairs, load_named_encoder(model), load_named_nli(nli_model)))


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
@segmenter_option("sentences")
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


@evaluate_command.command("segmentation", short_help="Propositions within sentences.")
@_GOLD
@click.option("--split", help="Only the rows whose `split` is this.")
@segmenter_option("propositions")
def segmentation_command(gold: Path, split: str | None, segmenter: str) -> None:
    """Cut the sentences of GOLD (JSON lines: sentence, propositions) and compare the pieces.

    \b
    claimcheck evaluate segmentation propsegment.jsonl.gz --split dev
    """
    from claimcheck.cli.progress import Watch
    from claimcheck.evaluation.segmentation import evaluate_segmentation, read_segmented
    from claimcheck.segment import find_segmenter

    annotated, found = read_segmented(gold, split), find_segmenter(segmenter)
    with Watch("cutting", len(annotated)) as watch:
        figures = evaluate_segmentation(annotated, found, watch.advance)
    _print(figures)


@evaluate_command.command("attribution", short_help="Who says what.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def attribution_command(folder: Path) -> None:
    """Find sources, cues and contents in FOLDER/text; compare with FOLDER/attributions (brat).

    \b
    claimcheck evaluate attribution polnear/dev
    """
    from claimcheck.evaluation.attribution import evaluate_attribution

    _print(evaluate_attribution(folder).figures())


@evaluate_command.command("checkworthiness", short_help="What is worth checking.")
@click.argument("gold", type=click.Path(path_type=Path))
def checkworthiness_command(gold: Path) -> None:
    """Score the check-worthiness of the sentences of GOLD: JSON lines, or tables of CheckThat!.

    \b
    claimcheck evaluate checkworthiness corpora/checkworthiness/news.jsonl
    """
    from claimcheck.annotate.checkworthiness import checkworthiness
    from claimcheck.evaluation.checkworthiness import evaluate_checkworthiness, read_labelled
    from claimcheck.settings import CHECKWORTHY

    examples = read_labelled(gold)
    scores = checkworthiness([one.text for one in examples])
    _print(evaluate_checkworthiness(examples, scores, CHECKWORTHY))


@evaluate_command.command("phrases", short_help="Quantities and dates.")
@_GOLD
def phrases_command(gold: Path) -> None:
    """Read the quantities or dates of the phrases of GOLD (JSON lines) and list every miss.

    \b
    claimcheck evaluate phrases corpora/phrases/quantities.jsonl
    """
    from claimcheck.evaluation.phrases import evaluate_phrases

    _print(evaluate_phrases(gold))


@evaluate_command.command("nli", short_help="Entailment and contradiction.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--split", help="Only the rows of a file whose `split` is this.")
@nli_option
@model_option
def nli_command(
    paths: tuple[Path, ...], split: str | None, nli_model: str, model: str | None
) -> None:
    """Judge the premises and hypotheses of files (JSON lines, also .gz), one set each.

    \b
    claimcheck evaluate nli corpora/contrasts/*.jsonl
    claimcheck evaluate nli mnli.jsonl.gz --split dev_mismatched --nli-model FOLDER
    """
    from claimcheck.cli.progress import Watch
    from claimcheck.cli.tools import load_named_encoder, required_nli
    from claimcheck.evaluation.examples import read_examples
    from claimcheck.evaluation.nli import evaluate_nli

    sets = {path.name: read_examples(path, split) for path in paths}
    nli, encoder = required_nli(nli_model), load_named_encoder(model)
    figures = {}
    with Watch("judging", len(sets)) as watch:
        for name, examples in sets.items():
            figures[name] = evaluate_nli(examples, nli, encoder)
            watch.advance(1)
    _print({"nli": str(nli.identity), "sets": figures})


@evaluate_command.command("origins", short_help="Copies of one text among articles.")
@_GOLD
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def origins_command(gold: Path, paths: tuple[str, ...]) -> None:
    """Group the articles under PATH... and compare with the groups of GOLD (JSON lines).

    \b
    claimcheck evaluate origins corpora/origins/gold.jsonl allsides.jsonl articles.jsonl
    """
    from claimcheck.evaluation.origins import evaluate_origins, read_groups
    from claimcheck.loaders import load

    _print(evaluate_origins(read_groups(gold), load(paths)))


@evaluate_command.command("copies", short_help="Sentences against themselves.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--count", type=click.IntRange(1), default=2_000, show_default=True)
@nli_option
def copies_command(paths: tuple[str, ...], count: int, nli_model: str) -> None:
    """Count how often a claim of the articles under PATH... is said to contradict itself.

    \b
    claimcheck evaluate copies corpora/sample/articles.jsonl
    """
    from claimcheck.cli.tools import required_nli
    from claimcheck.evaluation.stability import evaluate_copies, some_claims
    from claimcheck.loaders import load
    from claimcheck.segment import SentenceSegmenter

    texts = some_claims(load(paths), SentenceSegmenter(), count)
    nli = required_nli(nli_model)
    _print({"nli": str(nli.identity), **evaluate_copies(texts, nli)})


@evaluate_command.command("planted", short_help="Edits planted in real articles.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--articles", type=click.IntRange(1), default=100, show_default=True)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@click.option(
    "--show",
    type=click.Choice(["misses", "edits"]),
    help="Print these as JSON lines before the figures.",
)
@model_option
@nli_option
@segmenter_option("sentences")
def planted_command(paths: tuple[str, ...], articles: int, seed: int, **options: Any) -> None:
    """Change single details in copies of articles under PATH... and count which are found.

    \b
    claimcheck evaluate planted corpora/sample/articles.jsonl
    claimcheck evaluate planted allsides.jsonl.gz --articles 300 --seed 7 --show misses
    """
    from claimcheck.cli.progress import Watch
    from claimcheck.cli.tools import load_named_encoder, load_named_nli
    from claimcheck.evaluation.planting import Tools, plant, sample, shown
    from claimcheck.loaders import load
    from claimcheck.segment import find_segmenter

    segmenter = find_segmenter(options["segmenter"])
    encoder, nli = load_named_encoder(options["model"]), load_named_nli(options["nli_model"])
    tools = Tools(encoder, segmenter, nli)
    chosen = sample(load(paths), articles, seed)
    with Watch("comparing", len(chosen)) as watch:
        trial = plant(chosen, seed, tools, watch.advance)
    for line in shown(trial, options["show"], tools):
        click.echo(json.dumps(line, ensure_ascii=False))
    _print({"seed": seed, **trial.figures()})


@evaluate_command.command("stance", short_help="How articles stand to headlines.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--half",
    type=click.Choice(("held-out", "tune")),
    default="held-out",
    show_default=True,
    help="Of the stories: the half that thresholds were chosen on, or the other one.",
)
@click.option(
    "--sample", type=click.IntRange(1), help="About so many rows, weighted; without, all of them."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Of the sample.")
@nli_option
@model_option
def stance_command(
    folder: Path, half: str, sample: int | None, seed: int, nli_model: str, model: str | None
) -> None:
    """Find the stances of bodies to headlines in FOLDER (tables of FNC-1), beside two floors.

    \b
    claimcheck evaluate stance fnc-1
    claimcheck evaluate stance fnc-1 --half tune --sample 2000
    """
    from claimcheck.cli.tools import load_named_encoder, required_nli
    from claimcheck.evaluation.stance import evaluate_stance, read_stances

    given, nli = read_stances(folder), required_nli(nli_model)
    drawn = (sample, seed) if sample else None
    _print(evaluate_stance(given, load_named_encoder(model), nli, half, drawn))


def _print(figures: dict[str, Any]) -> None:
    click.echo(json.dumps({"schema": 1, **figures}, ensure_ascii=False, indent=2))
