"""`claimcheck compare`."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from claimcheck.cli.batch import answer_all, day_of, optional, text_of
from claimcheck.cli.manners import terminal_width, wants_colour
from claimcheck.cli.options import json_option, model_option
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from claimcheck.datatypes import Claim
    from claimcheck.embed import Encoder


@click.command("compare", short_help="Compare two claims or two articles.")
@click.argument("a", required=False)
@click.argument("b", required=False)
@model_option
@click.option("--pairs", type=click.File("r", encoding="utf-8"), help="JSON lines; - for stdin.")
@json_option
def compare_command(a: str | None, b: str | None, pairs: IO[str] | None, **options: Any) -> None:
    """Say how claim B stands to claim A, or article file B to article file A.

    \b
    claimcheck compare "At least 10 people died" "Police say 12 were killed"
    claimcheck compare ours.txt theirs.html --json
    """
    from claimcheck.cli.tools import load_named_encoder

    if (pairs is None) == (a is None) or (a is None) != (b is None):
        raise click.UsageError("Give A and B, or --pairs FILE.")
    as_json = options["as_json"]
    encoder = None if a and b and _are_files(a, b) else load_named_encoder(options["model"])
    if pairs is not None and encoder is not None:
        answer_all(pairs, lambda values: _answers(encoder, values))
    elif a is not None and b is not None and encoder is None:
        click.echo(_articles(a, b, load_named_encoder(options["model"]), as_json))
    elif a is not None and b is not None and encoder is not None:
        click.echo(_claims(a, b, encoder, as_json))


def _are_files(a: str, b: str) -> bool:
    kinds = [_is_file(a), _is_file(b)]
    if any(kinds) and not all(kinds):
        raise InputError(
            f"{(b, a)[kinds[1]]} is no file, while the other side is one.",
            "Give two files or two claims.",
        )
    return all(kinds)


def _is_file(argument: str) -> bool:
    # A long claim is no path, and some systems refuse even to look.
    try:
        return Path(argument).is_file()
    except OSError:
        return False


def _claims(a: str, b: str, encoder: Encoder, as_json: bool) -> str:
    from claimcheck.pipeline import compare_pairs, typed_claim
    from claimcheck.render import json, terminal

    match = compare_pairs([(typed_claim(a), typed_claim(b))], encoder)[0]
    if as_json:
        return json.dump({"schema": json.SCHEMA, **json.match(match)}, indent=2)
    return terminal.match(match, width=terminal_width(), colour=wants_colour())


def _articles(a: str, b: str, encoder: Encoder, as_json: bool) -> str:
    from claimcheck.cli.report import render
    from claimcheck.loaders import load_one
    from claimcheck.pipeline import compare_articles
    from claimcheck.segment import find_segmenter

    report = compare_articles(load_one(a), load_one(b), encoder, find_segmenter("sentences"))
    return render(report, "json" if as_json else "terminal", to_terminal=True).rstrip("\n")


def _answers(encoder: Encoder, values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from claimcheck.pipeline import compare_pairs
    from claimcheck.render import json

    pairs = [(_side(value, "a"), _side(value, "b")) for value in values]
    return [json.match(match) for match in compare_pairs(pairs, encoder)]


def _side(value: dict[str, Any], name: str) -> Claim:
    """Return one side of a request: an object with a text, or the text itself."""
    from claimcheck.pipeline import typed_claim

    side = value.get(name)
    side = {"text": side} if isinstance(side, str) else side
    if not isinstance(side, dict):
        raise InputError(f'the field "{name}" is missing, or neither text nor object')
    return typed_claim(text_of(side), optional(side, "outlet") or "", day_of(side))
