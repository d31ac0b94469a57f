"""The command line: the only place that talks to a person."""

import click

from claimcheck import __version__
from claimcheck.cli.claims import claims_command
from claimcheck.cli.compare import compare_command
from claimcheck.cli.evaluate import evaluate_command
from claimcheck.cli.index import index_command
from claimcheck.cli.lookup import lookup_command
from claimcheck.cli.maintain import remove_command, repair_command, stats_command, verify_command
from claimcheck.cli.manners import PoliteGroup
from claimcheck.cli.report import report_command
from claimcheck.cli.review import review_command
from claimcheck.cli.schema import schema_command

__all__ = ["main"]


@click.group(cls=PoliteGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimcheck")
def main() -> None:
    """Find who else reports a claim, who contradicts it, and exactly how they differ.

    \b
    claimcheck index corpora/sample/articles.jsonl
    claimcheck lookup "China has never condemned Russia's actions"
    claimcheck report corpora/sample/incoming/putin-xi.txt

    Reports and data go to standard output, progress and messages to standard error. Exit codes:
    0 done, 1 could not (or findings, with --fail-on), 2 wrong usage, 130 interrupted.
    """


for command in (
    index_command,
    claims_command,
    lookup_command,
    compare_command,
    report_command,
    review_command,
    stats_command,
    verify_command,
    repair_command,
    remove_command,
    schema_command,
    evaluate_command,
):
    main.add_command(command)
