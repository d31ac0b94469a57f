"""JSON lines in, JSON lines out, in order; a bad line costs itself alone."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any, Generic, NoReturn, TypeVar

import click

from claimcheck.errors import InputError

BATCH = 64

_Question = TypeVar("_Question")

# What neither a tokenizer nor SQLite takes; one character for one keeps every place in the text.
_UNUSABLE = re.compile("[\0\ud800-\udfff]")

# JSON lines from a file, or - for standard input; bytes that are no UTF-8 cost no other line.
JSON_LINES = click.File("r", encoding="utf-8-sig", errors="replace")


@dataclass(frozen=True, slots=True)
class Request(Generic[_Question]):
    """One line: its id, and what it asks or what is wrong with it."""

    id: Any
    question: _Question | None = None
    error: str | None = None


def answer_all(
    file: IO[str],
    read: Callable[[dict[str, Any]], _Question],
    answer: Callable[[list[_Question]], list[dict[str, Any]]],
) -> None:
    """Print one line for each request.

    `read` makes a question of a request's object and raises InputError where it cannot; `answer`
    gets the sound questions of a batch together.
    """
    from claimcheck.cli.progress import Watch
    from claimcheck.render.json import dump

    # On a terminal the answers themselves show the progress.
    with Watch("answering", None, wanted=not sys.stdout.isatty()) as watch:
        for group in _groups(requests(file, read)):
            for reply in _replies(group, answer):
                click.echo(dump(reply))
            watch.advance(len(group))


def requests(
    lines: Iterable[str], read: Callable[[dict[str, Any]], _Question]
) -> Iterator[Request[_Question]]:
    """Yield a request for every line that is not blank."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _request(number, line, read)


def _request(
    number: int, line: str, read: Callable[[dict[str, Any]], _Question]
) -> Request[_Question]:
    from claimcheck.render.json import dump

    try:
        value = json.loads(line, parse_constant=_refuse_constant)
        if isinstance(value, dict):
            dump(value.get("id"))
    except (ValueError, RecursionError) as error:
        return Request(None, error=f"line {number} is not valid JSON ({error})")
    if not isinstance(value, dict):
        return Request(None, error=f"line {number} is not a JSON object")
    try:
        return Request(value.get("id"), read(value))
    except InputError as error:
        return Request(value.get("id"), error=error.message)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _groups(found: Iterator[Request[_Question]]) -> Iterator[list[Request[_Question]]]:
    while group := list(islice(found, BATCH)):
        yield group


def _replies(
    group: list[Request[_Question]], answer: Callable[[list[_Question]], list[dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    questions = [request.question for request in group if request.question is not None]
    answers = iter(answer(questions) if questions else [])
    for request in group:
        body = next(answers) if request.error is None else {"error": request.error}
        yield {"id": request.id, **body}


def day_of(value: dict[str, Any]) -> str | None:
    """Return the date of a request in ISO 8601. Raises InputError when it is none."""
    from claimcheck.loaders import iso_date

    written = optional(value, "date")
    published = iso_date(written) if written else None
    if written and published is None:
        raise InputError(f'the field "date" is no possible date: {written}')
    return published


def text_of(value: dict[str, Any]) -> str:
    """Return the text of a request. Raises InputError when there is none."""
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError('the field "text" is missing, empty or no string')
    return usable(text)


def optional(value: dict[str, Any], name: str) -> str | None:
    """Return an optional text field. Raises InputError when it is no string."""
    found = value.get(name)
    if found is not None and not isinstance(found, str):
        raise InputError(f'the field "{name}" is no string')
    return usable(found) if found else None


def usable(text: str) -> str:
    """Replace, one for one, the characters that no text of an article can hold."""
    return _UNUSABLE.sub("\ufffd", text)
