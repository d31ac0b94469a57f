"""`claimcheck index`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

import click

from claimcheck.cli.manners import INTERRUPTED, say
from claimcheck.cli.options import (
    article_options,
    defaults_of,
    index_option,
    json_option,
    model_option,
    refuse_empty,
    segmenter_option,
    wait_option,
)
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.datatypes import Remark, Skip
    from claimcheck.index import IndexWriter, Tally, Toolchain

# More lines than this bury the summary; --errors FILE has them all.
_NOTICES_SHOWN = 20


@click.command("index", short_help="Add articles to an index.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@index_option
@model_option
@segmenter_option("sentences")
@click.option(
    "--engine",
    metavar="NAME",
    help="What runs the encoder: torch-f32, torch-bf16, onnx-f32, openvino-bf16. Default: the "
    "index's own, at first the one measured to be the quickest here.",
)
@article_options
@click.option("--errors", type=click.File("w", lazy=False), help="Write skips and remarks here.")
@wait_option
@json_option
@click.pass_context
def index_command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Add what is new under PATH..., skip what is unchanged, count what failed and why.

    A PATH is a file, a folder, or - for standard input. Files may be .txt, .md, .html, .json and
    .jsonl, each also with .gz. The same command run again takes up where it stopped.

    \b
    claimcheck index corpora/sample/articles.jsonl
    zcat dump.jsonl.gz | claimcheck index - --index news/
    """
    from claimcheck.cli.tools import toolchain

    for path in paths:
        refuse_empty(path)
    tools = toolchain(
        options["index_folder"], options["model"], options["segmenter"], options["engine"]
    )
    ledger = _Ledger(options["errors"])
    try:
        tally = _run(paths, tools, ledger, options)
    except KeyboardInterrupt:
        say(ledger.summary())
        say("Interrupted; the index is sound. Run the same command again to go on.")
        ctx.exit(INTERRUPTED)
    say(ledger.summary())
    if options["as_json"]:
        click.echo(json.dumps(tally_json(tally)))
    if tally.given == tally.skipped.total():
        raise ClaimcheckError(
            "Nothing could be indexed, for the reasons above.",
            "claimcheck index --help names the formats; --errors FILE keeps every reason.",
        )


def _run(
    paths: tuple[str, ...], tools: Toolchain, ledger: _Ledger, options: dict[str, Any]
) -> Tally:
    from claimcheck.index import open_writer
    from claimcheck.loaders import load

    items = load(paths, defaults=defaults_of(options))
    with open_writer(options["index_folder"], options["wait_s"], say) as writer:
        _add(writer, items, tools, ledger, paths)
        _finish(writer)
    return ledger.tally


def _add(
    writer: IndexWriter, items: Iterable[Any], tools: Toolchain, ledger: _Ledger, paths: Any
) -> None:
    from claimcheck.cli.progress import Watch
    from claimcheck.datatypes import Remark, Skip
    from claimcheck.loaders import count_given

    with Watch("indexing", None) as watch:
        if watch.is_shown:
            watch.expect(count_given(paths))
        for event in writer.add(items, tools):
            if isinstance(event, Skip | Remark):
                ledger.note(event)
            else:
                ledger.tally = event
                watch.reach(event.given)


def _finish(writer: IndexWriter) -> None:
    from claimcheck.cli.progress import Watch

    with Watch("writing the files of vectors and words", None) as watch:
        writer.finish(watch.advance)


def _new_tally() -> Tally:
    from claimcheck.index import Tally

    return Tally()


@dataclass
class _Ledger:
    """What is told about a run: the first notices, all of them in a file, and the sums."""

    errors: IO[str] | None = None
    tally: Tally = field(default_factory=_new_tally)
    notices: int = 0

    def note(self, event: Skip | Remark) -> None:
        """Tell of one skip or remark."""
        from claimcheck.datatypes import Skip

        what = "skipped" if isinstance(event, Skip) else "kept"
        if self.errors:
            entry = {
                "event": what,
                "path": event.provenance.path,
                "line": event.provenance.line,
                "reason": event.reason.value,
                "detail": event.detail,
            }
            self.errors.write(json.dumps(entry, ensure_ascii=True) + "\n")
        self.notices += 1
        if self.notices <= _NOTICES_SHOWN:
            detail = f" ({event.detail})" if event.detail else ""
            say(f"{what} {event.provenance}: {event.reason.value}{detail}")
        elif self.notices == _NOTICES_SHOWN + 1:
            say("... more such lines are not shown; --errors FILE keeps them all.")

    def summary(self) -> str:
        """Return the sums in words."""
        tally = self.tally
        text = (
            f"{tally.given:,} given = {tally.indexed:,} indexed + {tally.unchanged:,} unchanged + "
            f"{tally.skipped.total():,} skipped; {tally.claims:,} claims added"
        )
        if tally.updated:
            text += f"; {tally.updated:,} earlier texts replaced"
        reasons = ", ".join(f"{reason.value} {n:,}" for reason, n in tally.skipped.most_common())
        return f"{text}. Skipped: {reasons}." if reasons else f"{text}."


def tally_json(tally: Tally) -> dict[str, Any]:
    """Return the sums as data."""
    return {
        "schema": 1,
        "given": tally.given,
        "indexed": tally.indexed,
        "unchanged": tally.unchanged,
        "updated": tally.updated,
        "skipped": {reason.value: n for reason, n in sorted(tally.skipped.items())},
        "claims": tally.claims,
        "encoded": tally.encoded,
    }
