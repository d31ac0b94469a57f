"""`claimcheck lookup`."""

from __future__ import annotations

from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

import click

from claimcheck.cli.batch import JSON_LINES, answer_all, day_of, optional, text_of, usable
from claimcheck.cli.manners import say, show, terminal_width, wants_colour
from claimcheck.cli.options import (
    day_options,
    days,
    index_option,
    json_option,
    k_option,
    model_option,
    nli_option,
    worth_option,
)

if TYPE_CHECKING:
    from claimcheck.database import Filter
    from claimcheck.datatypes import Claim, Lookup
    from claimcheck.pipeline import Checker

_STATS = "claimcheck stats --index {} names the outlets and days of the index."
_RELATIONS = ("same", "differs", "contradicts", "related", "unrelated")


@click.command("lookup", short_help="Find similar and contradicting claims.")
@click.argument("text", required=False)
@index_option
@model_option
@nli_option
@k_option
@click.option("--outlet", "outlets", multiple=True, help="Only this outlet; may be repeated.")
@click.option("--exclude-outlet", "excluded", multiple=True, help="Not this outlet; repeatable.")
@day_options
@click.option(
    "--relation",
    "relations",
    type=click.Choice(_RELATIONS),
    multiple=True,
    help="Only results that stand so to TEXT; may be repeated.",
)
@worth_option
@click.option("--batch", type=JSON_LINES, help="JSON lines; - for stdin.")
@json_option
def lookup_command(text: str | None, batch: IO[str] | None, **options: Any) -> None:
    """Find claims of the index that say the same as TEXT, or otherwise, by outlet.

    TEXT is a claim, or - for standard input. In a batch the outlet of a request is left out.

    \b
    claimcheck lookup "China has never condemned Russia's actions"
    claimcheck lookup "The toll rose to 23" --since 2025-01-01 --relation contradicts --json
    """
    from claimcheck.cli.tools import open_checker

    if (text is None) == (batch is None):
        raise click.UsageError("Give a TEXT or --batch FILE.")
    query = None if text is None else _typed(text)
    everywhere = _filter(options)
    folder, model = options["index_folder"], options["model"]
    with open_checker(folder, model, options["k"], options["nli_model"]) as checker:
        if query is not None:
            found = _only(checker.lookup([query], [everywhere])[0], options)
            _show(found, options["as_json"])
            if not found.matches and not (everywhere.is_empty and _keeps_all(options)):
                say(f"Nothing passed the filters. {_STATS.format(folder)}")
        elif batch is not None:
            answer_all(
                batch,
                lambda value: _question(value, everywhere),
                lambda asked: _answers(checker, asked, options),
            )


def _typed(text: str) -> Claim:
    from claimcheck.pipeline import typed_claim

    if text == "-":
        text = click.open_file("-", encoding="utf-8-sig", errors="replace").read()
    if not text.strip():
        raise click.UsageError("TEXT is empty.")
    return typed_claim(usable(text.strip()))


def _question(value: dict[str, Any], everywhere: Filter) -> tuple[Claim, Filter]:
    """Return the claim of a request, and where to look: not in its own outlet."""
    from claimcheck.pipeline import typed_claim

    outlet = optional(value, "outlet")
    claim = typed_claim(text_of(value), outlet or "", day_of(value))
    if outlet is None:
        return claim, everywhere
    return claim, replace(everywhere, exclude_outlets=(*everywhere.exclude_outlets, outlet))


def _answers(
    checker: Checker, asked: list[tuple[Claim, Filter]], options: dict[str, Any]
) -> list[dict[str, Any]]:
    from claimcheck.render import json

    found = checker.lookup([claim for claim, _ in asked], [where for _, where in asked])
    matches = [_only(one, options).matches for one in found]
    return [{"results": [json.result(match) for match in one]} for one in matches]


def _filter(options: dict[str, Any]) -> Filter:
    from claimcheck.database import Filter

    since, until = days(options)
    return Filter(options["outlets"], options["excluded"], since, until)


def _only(found: Lookup, options: dict[str, Any]) -> Lookup:
    """Return what stands to the claim as asked, of claims that are worth checking enough."""
    from claimcheck.segment import is_worth_checking

    relations, least = options["relations"] or _RELATIONS, options["min_checkworthy"]
    kept = tuple(
        match
        for match in found.matches
        if match.comparison.relation in relations and is_worth_checking(match.evidence, least)
    )
    return replace(found, matches=kept)


def _keeps_all(options: dict[str, Any]) -> bool:
    return not options["relations"] and not options["min_checkworthy"]


def _show(found: Lookup, as_json: bool) -> None:
    from claimcheck.render import json, terminal

    if as_json:
        show(json.dump(json.lookup(found), indent=2))
    else:
        show(terminal.lookup(found, width=terminal_width(), colour=wants_colour()))
