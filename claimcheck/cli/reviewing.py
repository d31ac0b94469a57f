"""Deciding about one match after another, at a terminal or from a pipe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from claimcheck.cli.decisions_file import checked_note, now, stdin_lines
from claimcheck.cli.manners import say, show, terminal_width, wants_colour
from claimcheck.datatypes import Decision, Judgement, Match
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from claimcheck.database import DecidedMatch
    from claimcheck.index import Decisions

_ANSWERS = ("confirm", "reject", "note", "skip", "undo", "quit")
_JUDGEMENTS = {"confirm": Judgement.CONFIRMED, "reject": Judgement.REJECTED}
_HELP = (
    "c confirm: they do stand like that. r reject: they don't; it is not shown again.\n"
    "n note, s skip, u undo, q quit. Every answer is kept at once; Enter after each."
)


@dataclass(frozen=True, slots=True)
class _Step:
    """What was decided at a place of the queue, and what was known of the match before."""

    place: int
    earlier: DecidedMatch | None


def review(queue: Sequence[Match], decisions: Decisions) -> Counter[str]:
    """Ask about each match until the last, `quit` or the end of the input; count the answers."""
    lines = (line.decode("utf-8", "replace") for line in stdin_lines())
    say(_HELP)
    steps: list[_Step] = []
    answers: dict[int, str] = {}
    place, shown = 0, -1
    while place < len(queue):
        if place != shown:
            _show(queue[place], f"{place + 1} of {len(queue)}")
        shown, answer = place, _ask(lines)
        if answer == "quit":
            break
        if answer == "undo":
            place = _undo(queue, steps, decisions, place)
            continue
        if answer != "skip":
            steps.append(_Step(place, decisions.get(queue[place].id)))
            _decide(queue[place], answer, decisions, lines)
        if answer != "note":
            answers[place] = answer
            place += 1
    return Counter(answer for at, answer in answers.items() if at < place)


def _show(match: Match, where: str) -> None:
    from claimcheck.render import terminal

    show(f"\n--- {where} ---")
    show(terminal.match(match, width=terminal_width(), colour=wants_colour()))


def _ask(lines: Iterator[str]) -> str:
    while True:
        typed = _read("c, r, n, s, u, q? ", lines)
        if typed is None:
            return "quit"
        word = typed.strip().lower()
        if word and (found := [one for one in _ANSWERS if one.startswith(word)]):
            return found[0]
        say(_HELP)


def _undo(queue: Sequence[Match], steps: list[_Step], decisions: Decisions, place: int) -> int:
    """Take the last decision of this session back; return its place."""
    if not steps:
        say("Nothing was decided yet in this session.")
        return place
    step = steps.pop()
    decisions.replace(queue[step.place].id, step.earlier)
    say(f"Taken back: {step.place + 1} of {len(queue)}.")
    return step.place


def _decide(match: Match, answer: str, decisions: Decisions, lines: Iterator[str]) -> None:
    """Keep an answer about a match; a judgement keeps the note, and a note the judgement."""
    from claimcheck.database import decided_match

    known = decisions.get(match.id)
    before = known.decision if known else Decision(None)
    decision = replace(before, decided=now())
    if answer == "note":
        decision = replace(decision, note=_note(before.note, lines))
    else:
        decision = replace(decision, judgement=_JUDGEMENTS[answer])
    decisions.replace(match.id, decided_match(match, decision))


def _note(before: str, lines: Iterator[str]) -> str:
    while True:
        typed = _read("Note: ", lines)
        try:
            return before if typed is None else checked_note(typed)
        except InputError as error:
            say(f"{error.message}; shorten it.")


def _read(prompt: str, lines: Iterator[str]) -> str | None:
    """Return the line that is typed; None at the end of the input."""
    click.echo(prompt, nl=False, err=True)
    line = next(lines, None)
    if line is None:
        click.echo(err=True)
    return line
