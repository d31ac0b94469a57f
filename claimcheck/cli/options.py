"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimcheck.errors import InputError
from claimcheck.settings import DEFAULT_K

if TYPE_CHECKING:
    from claimcheck.datatypes import Article
    from claimcheck.loaders import Defaults

_Command = TypeVar("_Command", bound=Callable[..., Any])

DAY = click.DateTime(formats=["%Y-%m-%d"])

index_option = click.option(
    "--index",
    "index_folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("index"),
    show_default=True,
    envvar="CLAIMCHECK_INDEX",
    show_envvar=True,
    help="Folder of the index.",
)
model_option = click.option(
    "--model",
    metavar="NAME|DIR",
    help="Encoder: a sentence-transformers name or folder. Default: the index's own, at first "
    "all-MiniLM-L6-v2.",
)
nli_option = click.option(
    "--nli-model",
    metavar="NAME|DIR|none",
    default="news-minilm",
    show_default=True,
    help="Model for contradiction: the one that comes along, a cross-encoder of "
    "sentence-transformers, or none.",
)
wait_option = click.option(
    "--wait",
    "wait_s",
    type=click.FloatRange(min=0),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait while another process writes to the index.",
)
worth_option = click.option(
    "--min-checkworthy",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="SCORE",
    help="Leave out claims that are less worth checking than this (0 to 1).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
k_option = click.option(
    "-k",
    type=click.IntRange(1, 1000),
    default=DEFAULT_K,
    show_default=True,
    help="Candidates per claim.",
)


def segmenter_option(default: str) -> Callable[[_Command], _Command]:
    """Add how claims are cut out."""
    return click.option(
        "--segmenter",
        default=default,
        show_default=True,
        metavar="NAME",
        help="How claims are cut out: sentences, clauses or propositions.",
    )


def article_options(command: _Command) -> _Command:
    """Add what a person may say about an article whose file does not."""
    for option in (
        click.option("--url", help="Its address, if the file does not say."),
        click.option("--date", "published", type=DAY, help="Its publication day (YYYY-MM-DD)."),
        click.option("--title", help="Its headline."),
        click.option("--outlet", help="Its outlet."),
    ):
        command = option(command)
    return command


def defaults_of(options: dict[str, Any]) -> Defaults:
    """Return what a person said about an article with `article_options`."""
    from claimcheck.loaders import Defaults, iso_date

    published = day(options.get("published"))
    if published and iso_date(published) is None:
        raise click.UsageError(f"--date {published} is no day on which an article can appear.")
    return Defaults(options.get("outlet"), options.get("title"), options.get("url"), published)


def refuse_empty(path: str) -> None:
    """Raise UsageError for "", which would mean the current folder: a variable was not set."""
    if not path:
        raise click.UsageError("The path is empty.")


def load_article(path: str, options: dict[str, Any]) -> Article:
    """Return the one article of a file, or of standard input for -. Raises InputError."""
    from claimcheck.loaders import load_one

    refuse_empty(path)
    if path != "-" and Path(path).is_dir():
        raise InputError(
            f"{path} is a folder, not an article.",
            f"Give one of its files, or index them all: claimcheck index {path}",
        )
    return load_one(path, defaults=defaults_of(options))


def day_options(command: _Command) -> _Command:
    """Add a range of publication days."""
    for option in (
        click.option("--until", type=DAY, help="Only articles published up to this day."),
        click.option("--since", type=DAY, help="Only articles published from this day on."),
    ):
        command = option(command)
    return command


def days(options: dict[str, Any]) -> tuple[str | None, str | None]:
    """Return --since and --until. Raises UsageError when nothing lies between them."""
    since, until = day(options["since"]), day(options["until"])
    if since and until and since > until:
        raise click.UsageError(f"--since {since} is after --until {until}.")
    return since, until


def day(value: Any) -> str | None:
    """Return a day option as YYYY-MM-DD."""
    return value.strftime("%Y-%m-%d") if value else None
