"""`claimcheck claims`."""

from __future__ import annotations

from typing import IO, Any

import click

from claimcheck.cli.batch import answer_all, day_of, optional, text_of
from claimcheck.cli.manners import terminal_width, wants_colour
from claimcheck.cli.options import article_options, day, json_option


@click.command("claims", short_help="List the claims of one article.")
@click.argument("article", required=False)
@click.option("--batch", type=click.File("r", encoding="utf-8"), help="JSON lines; - for stdin.")
@click.option("--segmenter", default="sentences", show_default=True, help="How claims are cut out.")
@article_options
@json_option
def claims_command(article: str | None, batch: IO[str] | None, **options: Any) -> None:
    """List the claims of ARTICLE (a file, or - for standard input) with their exact places.

    \b
    claimcheck claims corpora/sample/incoming/putin-xi.txt
    claimcheck claims --batch articles.jsonl
    """
    if (article is None) == (batch is None):
        raise click.UsageError("Give an ARTICLE or --batch FILE.")
    if batch is not None:
        answer_all(batch, lambda values: [_answer(value, options["segmenter"]) for value in values])
    elif article is not None:
        click.echo(_one(article, options))


def _one(path: str, options: dict[str, Any]) -> str:
    from claimcheck.loaders import Defaults, load_one
    from claimcheck.render import json, terminal
    from claimcheck.segment import find_segmenter

    defaults = Defaults(
        options["outlet"], options["title"], options["url"], day(options["published"])
    )
    article = load_one(path, defaults=defaults)
    claims = find_segmenter(options["segmenter"]).segment(article)
    if options["as_json"]:
        return json.dump(json.claims(claims, article), indent=2)
    return terminal.claims(claims, article, width=terminal_width(), colour=wants_colour())


def _answer(value: dict[str, Any], segmenter: str) -> dict[str, Any]:
    """Answer one request; spans are places in its text, so a headline elsewhere has none."""
    from claimcheck.datatypes import Article
    from claimcheck.loaders import locate
    from claimcheck.render import json
    from claimcheck.segment import find_segmenter

    text, title = text_of(value), optional(value, "title")
    article = Article(
        outlet=optional(value, "outlet") or "",
        text=text,
        title=title,
        published=day_of(value),
        headline=locate(title, text) if title else None,
    )
    claims = find_segmenter(segmenter).segment(article)
    return {"claims": [json.claim(claim) for claim in claims]}
