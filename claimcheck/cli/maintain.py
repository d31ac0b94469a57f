"""`claimcheck stats`, `verify`, `repair` and `remove`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.manners import say
from claimcheck.cli.options import index_option, json_option, wait_option
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.embed import Encoder
    from claimcheck.index.manifest import Manifest


@click.command("stats", short_help="Say what an index holds.")
@index_option
@json_option
def stats_command(index_folder: Path, as_json: bool) -> None:
    """Say what an index holds, how it was built, and how big it is.

    \b
    claimcheck stats --json
    """
    from claimcheck.index import stats

    found = stats(index_folder)
    if as_json:
        click.echo(json.dumps({"schema": 1, **found}, ensure_ascii=False, indent=2))
        return
    for name, value in found.items():
        if isinstance(value, dict):
            click.echo(f"{name}:")
            for key, count in list(value.items())[:20]:
                click.echo(f"  {_shown(count):>8}  {_plain(key)}")
            if len(value) > 20:
                click.echo(f"  ... and {len(value) - 20:,} more (--json lists all)")
        else:
            click.echo(f"{name}: {_shown(value)}")


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_shown(fact)}" for name, fact in value.items())
    return f"{value:,}" if isinstance(value, int) else _plain(str(value))


def _plain(text: str) -> str:
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


@click.command("verify", short_help="Check an index from end to end.")
@index_option
@wait_option
@json_option
@click.pass_context
def verify_command(ctx: click.Context, index_folder: Path, wait_s: float, as_json: bool) -> None:
    """Check every page, span, vector and checksum of an index; exit with 1 on any problem.

    \b
    claimcheck verify
    """
    from claimcheck.index import verify

    health = verify(index_folder, wait_s, say)
    if as_json:
        body = {"schema": 1, "problems": list(health.problems), "checked": health.checked}
        click.echo(json.dumps(body, ensure_ascii=False, indent=2))
    else:
        for problem in health.problems:
            click.echo(problem)
        checked = health.checked
        sound = "sound" if not health.problems else f"{len(health.problems):,} problems"
        click.echo(f"{checked['articles']:,} articles, {checked['claims']:,} claims: {sound}.")
    if health.problems:
        ctx.exit(1)


@click.command("repair", short_help="Build anew what derives from the articles.")
@index_option
@wait_option
def repair_command(index_folder: Path, wait_s: float) -> None:
    """Build the files of vectors and words anew, as one of each, and any damaged vector.

    \b
    claimcheck repair
    """
    from claimcheck.index import repair

    for step in repair(index_folder, wait_s, _encoder_of, say):
        click.echo(f"{step}.")


def _encoder_of(manifest: Manifest) -> Encoder:
    from claimcheck.cli.tools import load_named_encoder

    encoder = load_named_encoder(manifest.model)
    manifest.refuse_other_encoder(encoder.identity)
    return encoder


@click.command("remove", short_help="Remove articles from an index.")
@click.option("--id", "ids", multiple=True, help="An article's id; may be repeated.")
@click.option("--url", "urls", multiple=True, help="An article's address; may be repeated.")
@click.option("--outlet", "outlets", multiple=True, help="All of an outlet; may be repeated.")
@index_option
@wait_option
def remove_command(
    ids: tuple[str, ...],
    urls: tuple[str, ...],
    outlets: tuple[str, ...],
    index_folder: Path,
    wait_s: float,
) -> None:
    """Remove articles by id, address or outlet; their claims leave every search at once.

    \b
    claimcheck remove --outlet "Daily Lantern"
    """
    from claimcheck.database import Selection
    from claimcheck.index import open_writer, require_index

    if not (ids or urls or outlets):
        raise click.UsageError("Give --id, --url or --outlet.")
    require_index(index_folder)
    with open_writer(index_folder, wait_s, say) as writer:
        removed = writer.remove(Selection(ids, urls, outlets))
        writer.finish()
    for article_id in removed:
        click.echo(article_id)
    if not removed:
        raise ClaimcheckError(
            "No article of the index matches, so none was removed.",
            f"claimcheck stats --index {index_folder} names its outlets.",
        )
    say(f"{len(removed):,} article{'s' if len(removed) > 1 else ''} removed.")
