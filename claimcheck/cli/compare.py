"""`claimcheck compare`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from claimcheck.cli.batch import JSON_LINES, answer_all, day_of, optional, text_of, usable
from claimcheck.cli.manners import show, terminal_width, wants_colour
from claimcheck.cli.options import (
    json_option,
    load_article,
    model_option,
    nli_option,
    segmenter_option,
)
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from claimcheck.datatypes import Claim
    from claimcheck.embed import Encoder
    from claimcheck.nli import Nli

# A word that ends like this is meant as a file, so that a slip in a path is no claim.
_FILE_NAME = re.compile(r"\S+\.(?:txt|md|html?|json|jsonl|ndjson)(?:\.gz)?", re.IGNORECASE)


@click.command("compare", short_help="Compare two claims or two articles.")
@click.argument("a", required=False)
@click.argument("b", required=False)
@model_option
@nli_option
@segmenter_option("sentences")
@click.option("--pairs", type=JSON_LINES, help="JSON lines; - for stdin.")
@json_option
def compare_command(a: str | None, b: str | None, pairs: IO[str] | None, **options: Any) -> None:
    """Say how claim B stands to claim A, or article file B to article file A.

    One of the files may be - for standard input.

    \b
    claimcheck compare "At least 10 people died" "Police say 12 were killed"
    claimcheck compare ours.txt theirs.html --segmenter clauses --json
    """
    from claimcheck.cli.tools import load_named_encoder, load_named_nli

    if (pairs is None) == (a is None) or (a is None) != (b is None):
        raise click.UsageError("Give A and B, or --pairs FILE.")
    if pairs is not None:
        models = load_named_encoder(options["model"]), load_named_nli(options["nli_model"])
        answer_all(pairs, _pair, lambda found: _answers(found, *models))
    elif a is not None and b is not None:
        compared = _articles if _are_files(a, b) else _claims
        show(compared(a, b, options))


def _are_files(a: str, b: str) -> bool:
    if not a.strip() or not b.strip():
        raise click.UsageError(f"{'B' if a.strip() else 'A'} is empty.")
    if a == b == "-":
        raise click.UsageError("Only one of A and B can be standard input.")
    kinds = [_is_file(a), _is_file(b)]
    if any(kinds) and not all(kinds):
        raise InputError(
            f"{(b, a)[kinds[1]]} is no file, while the other side is one.",
            "Give two files or two claims.",
        )
    return all(kinds)


def _is_file(argument: str) -> bool:
    if argument == "-" or _FILE_NAME.fullmatch(argument):
        return True
    # A long claim is no path, and some systems refuse even to look.
    try:
        return Path(argument).exists()
    except OSError:
        return False


def _claims(a: str, b: str, options: dict[str, Any]) -> str:
    from claimcheck.cli.tools import load_named_encoder, load_named_nli
    from claimcheck.pipeline import compare_pairs, typed_claim
    from claimcheck.render import json, terminal

    pair = typed_claim(usable(a)), typed_claim(usable(b))
    encoder, nli = load_named_encoder(options["model"]), load_named_nli(options["nli_model"])
    match = compare_pairs([pair], encoder, nli)[0]
    if options["as_json"]:
        return json.dump({"schema": json.SCHEMA, **json.match(match)}, indent=2)
    return terminal.match(match, width=terminal_width(), colour=wants_colour())


def _articles(a: str, b: str, options: dict[str, Any]) -> str:
    from claimcheck.cli.report import render
    from claimcheck.cli.tools import load_named_encoder, load_named_nli
    from claimcheck.pipeline import compare_articles
    from claimcheck.segment import find_segmenter

    segmenter = find_segmenter(options["segmenter"])
    ours, theirs = load_article(a, {}), load_article(b, {})
    encoder, nli = load_named_encoder(options["model"]), load_named_nli(options["nli_model"])
    report = compare_articles(ours, theirs, encoder, segmenter, nli)
    return render(report, "json" if options["as_json"] else "terminal", to_terminal=True)


def _answers(
    pairs: list[tuple[Claim, Claim]], encoder: Encoder, nli: Nli | None
) -> list[dict[str, Any]]:
    from claimcheck.pipeline import compare_pairs
    from claimcheck.render import json

    return [json.match(match) for match in compare_pairs(pairs, encoder, nli)]


def _pair(value: dict[str, Any]) -> tuple[Claim, Claim]:
    return _side(value, "a"), _side(value, "b")


def _side(value: dict[str, Any], name: str) -> Claim:
    """Return one side of a request: an object with a text, or the text itself."""
    from claimcheck.pipeline import typed_claim

    side = value.get(name)
    side = {"text": side} if isinstance(side, str) else side
    if not isinstance(side, dict):
        raise InputError(f'the field "{name}" is missing, or neither text nor object')
    return typed_claim(text_of(side), optional(side, "outlet") or "", day_of(side))
