"""`claimcheck review`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.manners import say, show, terminal_width, wants_colour
from claimcheck.cli.options import (
    article_options,
    index_option,
    k_option,
    load_article,
    model_option,
    nli_option,
    wait_option,
    worth_option,
)
from claimcheck.errors import ClaimcheckError, InputError

if TYPE_CHECKING:
    from claimcheck.database import DecidedMatch
    from claimcheck.datatypes import Match, Relation, Report
    from claimcheck.index import Decisions
    from claimcheck.render.layout import Line

_RELATIONS = ("same", "differs", "contradicts", "related", "unrelated")
_INDENT = "   "
_FILE = click.Path(path_type=Path, dir_okay=False, allow_dash=True)


@click.command("review", short_help="Confirm or reject what a report found.")
@click.argument("article", required=False)
@click.option("--again", is_flag=True, help="Ask also about what is decided already.")
@click.option("--import", "given", type=_FILE, help="Take over decisions made on the report page.")
@click.option("--export", "target", type=_FILE, help="Write decisions as annotated pairs.")
@click.option(
    "--rejected-as",
    type=click.Choice(_RELATIONS),
    help="With --export: the relation that rejected pairs have; else they are left out.",
)
@click.option("--list", "wants_list", is_flag=True, help="List all decisions, the latest first.")
@index_option
@wait_option
@model_option
@nli_option
@k_option
@worth_option
@article_options
def review_command(article: str | None, **options: Any) -> None:
    """Decide about the matches of ARTICLE one by one; later reports respect it.

    What you reject is not shown again (report --rejected shows it), what you confirm comes first.
    Decisions are kept in the index, also when articles go. An exported confirmed pair has the
    relation that was shown; of a rejected one only the wrong relation is known, so it is left out
    unless you say what it is.

    \b
    claimcheck review corpora/sample/incoming/putin-xi.txt
    claimcheck review --import decisions.json
    claimcheck review --list
    claimcheck review --export pairs.jsonl && claimcheck evaluate pairs pairs.jsonl
    """
    from claimcheck.index import Decisions

    _refuse_unclear(article, options)
    decisions = Decisions(options["index_folder"], options["wait_s"], say)
    if article is not None:
        _review(article, options, decisions)
    elif options["given"]:
        _import(options["given"], decisions)
    elif options["target"]:
        _export(options["target"], options["rejected_as"], decisions.all())
    else:
        _list(decisions.all())


def _refuse_unclear(article: str | None, options: dict[str, Any]) -> None:
    asked = [article is not None, *(bool(options[one]) for one in ("given", "target"))]
    if sum([*asked, options["wants_list"]]) != 1:
        raise click.UsageError("Give ARTICLE, --import FILE, --export FILE or --list; one of them.")
    if options["rejected_as"] and not options["target"]:
        raise click.UsageError("--rejected-as belongs to --export.")
    if options["again"] and article is None:
        raise click.UsageError("--again belongs to ARTICLE.")
    if article == "-":
        raise click.UsageError("The answers come from standard input; give ARTICLE as a file.")


def _review(path: str, options: dict[str, Any], decisions: Decisions) -> None:
    from claimcheck.cli.reviewing import review

    found = [one.lead for finding in _report(path, options).findings for one in finding.origins]
    queue = found if options["again"] else [one for one in found if not _is_decided(one)]
    say(f"{_count(len(queue), 'match', 'matches')} to decide.")
    if len(queue) < len(found):
        say(f"{len(found) - len(queue):,} decided already; --again asks about them too.")
    if not queue:
        return
    answers = review(queue, decisions)
    left = len(queue) - answers["confirm"] - answers["reject"]
    say(f"{answers['confirm']} confirmed, {answers['reject']} rejected, {left} left undecided.")


def _report(path: str, options: dict[str, Any]) -> Report:
    from claimcheck.cli.tools import open_checker
    from claimcheck.database import Filter

    article = load_article(path, options)
    folder, model = options["index_folder"], options["model"]
    with open_checker(folder, model, options["k"], options["nli_model"]) as checker:
        least, again = options["min_checkworthy"], options["again"]
        return checker.check(article, Filter(), least, with_rejected=again)


def _is_decided(match: Match) -> bool:
    return match.judgement is not None


def _import(path: Path, decisions: Decisions) -> None:
    from claimcheck.cli.decisions_file import read_decisions

    rows = list(read_decisions(path))
    broken = [row for row in rows if isinstance(row, InputError)]
    for error in broken:
        say(error.message)
    sound = [row for row in rows if not isinstance(row, InputError)]
    if broken and not sound:
        raise ClaimcheckError(
            f"None of {_count(len(rows), 'decision', 'decisions')} could be read.",
            "Export them again on the report page.",
        )
    kept = decisions.record(sound) if sound else 0
    say(
        f"{_count(len(rows), 'decision', 'decisions')}: {kept:,} kept, {len(sound) - kept:,} "
        f"known already or decided otherwise since, {len(broken):,} broken."
    )


def _export(path: Path, rejected_as: str | None, decided: list[DecidedMatch]) -> None:
    from claimcheck.datatypes import Relation
    from claimcheck.evaluation.decided import gold_row
    from claimcheck.render.json import dump

    relation = Relation(rejected_as) if rejected_as else None
    rows = [row for one in reversed(decided) if (row := gold_row(one, relation))]
    text = "".join(dump(row) + "\n" for row in rows)
    if str(path) == "-":
        click.echo(text, nl=False)
    else:
        _write(text, path)
    say(
        f"{_count(len(rows), 'pair', 'pairs')} exported, {len(decided) - len(rows):,} left out: "
        + _reason(relation)
    )


def _reason(relation: Relation | None) -> str:
    if relation:
        return f"those only noted, and those shown as {relation} and rejected."
    return "those only noted, and those rejected, whose right relation isn't known (--rejected-as)."


def _write(text: str, path: Path) -> None:
    try:
        path.write_text(text, "utf-8", newline="")
    except OSError as error:
        raise ClaimcheckError(
            f"The pairs could not be written to {path} ({error.strerror}).",
            "Choose another file with --export FILE.",
        ) from error


def _list(decided: list[DecidedMatch]) -> None:
    from claimcheck.render.layout import draw

    lines = [line for one in decided for line in _listed(one)]
    if lines:
        show(draw(lines[1:], terminal_width(), wants_colour()))
    say(f"{_count(len(decided), 'decision', 'decisions')}.")


def _listed(one: DecidedMatch) -> Iterator[Line]:
    from claimcheck.render.sanitise import clean
    from claimcheck.render.terminal import line
    from claimcheck.render.wording import VERBS, dateline

    decision, verb = one.decision, VERBS[one.relation] if one.relation else "relation not known"
    day = (decision.decided or "")[:10]
    yield line("")
    yield line(f"{decision.judgement or 'noted'} on {day}: {verb}", style="bold")
    for name, claim in (("here", one.claim), ("there", one.evidence)):
        source = f"{name}, {outlet}" if (outlet := dateline(claim.citation)) else name
        yield line(f"{source}: “{clean(claim.text)}”", _INDENT)
    if decision.note:
        yield line(f"note: {clean(decision.note)}", _INDENT)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
