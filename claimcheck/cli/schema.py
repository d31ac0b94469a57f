"""`claimcheck schema`."""

from __future__ import annotations

import click

from claimcheck.cli.manners import show


@click.command("schema", short_help="Print the JSON Schema of what a command prints.")
@click.argument(
    "name", type=click.Choice(("report", "lookup", "claims", "compare")), default="report"
)
@click.option("--batch", is_flag=True, help="Of one line of the command's batch.")
def schema_command(name: str, batch: bool) -> None:
    """Print the JSON Schema (draft 2020-12) of what report, lookup, claims or compare print.

    \b
    claimcheck schema > report-1.json
    claimcheck schema lookup --batch
    """
    from claimcheck.render.json import dump
    from claimcheck.render.schema import schema

    if batch and name == "report":
        raise click.UsageError("report has no batches; leave --batch out.")
    show(dump(schema(f"{name}_line" if batch else name), indent=2))
