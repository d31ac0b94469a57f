"""`claimcheck lookup`."""

from __future__ import annotations

from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

import click

from claimcheck.cli.batch import answer_all, day_of, optional, text_of
from claimcheck.cli.manners import terminal_width, wants_colour
from claimcheck.cli.options import (
    day,
    day_options,
    index_option,
    json_option,
    k_option,
    model_option,
)

if TYPE_CHECKING:
    from claimcheck.database import Filter
    from claimcheck.datatypes import Lookup
    from claimcheck.pipeline import Checker

_RELATIONS = ("same", "differs", "contradicts", "related", "unrelated")


@click.command("lookup", short_help="Find similar and contradicting claims.")
@click.argument("text", required=False)
@index_option
@model_option
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
@click.option("--batch", type=click.File("r", encoding="utf-8"), help="JSON lines; - for stdin.")
@json_option
def lookup_command(text: str | None, batch: IO[str] | None, **options: Any) -> None:
    """Find claims of the index that say the same as TEXT, or otherwise, by outlet.

    \b
    claimcheck lookup "China has never condemned Russia's actions"
    claimcheck lookup "The toll rose to 23" --since 2025-01-01 --relation contradicts --json
    """
    from claimcheck.cli.tools import open_checker

    if (text is None) == (batch is None):
        raise click.UsageError("Give a TEXT or --batch FILE.")
    if text is not None and not text.strip():
        raise click.UsageError("TEXT is empty.")
    with open_checker(options["index_folder"], options["model"], options["k"]) as checker:
        if batch is not None:
            answer_all(batch, lambda values: _answers(checker, values, options))
        elif text is not None:
            _show(_look_up(checker, [{"text": text}], options)[0], options["as_json"])


def _look_up(
    checker: Checker, values: list[dict[str, Any]], options: dict[str, Any]
) -> list[Lookup]:
    from claimcheck.pipeline import typed_claim

    queries = [
        typed_claim(text_of(value), optional(value, "outlet") or "", day_of(value))
        for value in values
    ]
    wheres = [_filter(optional(value, "outlet"), options) for value in values]
    return [_only(found, options["relations"]) for found in checker.lookup(queries, wheres)]


def _answers(
    checker: Checker, values: list[dict[str, Any]], options: dict[str, Any]
) -> list[dict[str, Any]]:
    from claimcheck.render import json

    found = _look_up(checker, values, options)
    return [{"results": [json.result(match) for match in one.matches]} for one in found]


def _filter(own_outlet: str | None, options: dict[str, Any]) -> Filter:
    from claimcheck.database import Filter

    return Filter(
        outlets=options["outlets"],
        exclude_outlets=(*options["excluded"], *([own_outlet] if own_outlet else [])),
        since=day(options["since"]),
        until=day(options["until"]),
    )


def _only(found: Lookup, relations: tuple[str, ...]) -> Lookup:
    if not relations:
        return found
    kept = tuple(match for match in found.matches if match.comparison.relation in relations)
    return replace(found, matches=kept)


def _show(found: Lookup, as_json: bool) -> None:
    from claimcheck.render import json, terminal

    if as_json:
        click.echo(json.dump(json.lookup(found), indent=2))
    else:
        click.echo(terminal.lookup(found, width=terminal_width(), colour=wants_colour()))
