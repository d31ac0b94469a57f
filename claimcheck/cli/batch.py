"""JSON lines in, JSON lines out, in order; a bad line costs itself alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any

import click

from claimcheck.errors import ClaimcheckError, InputError

BATCH = 64


@dataclass(frozen=True, slots=True)
class Request:
    """One line: its id, and its object or what is wrong with it."""

    id: Any
    value: dict[str, Any]
    error: str | None = None


def requests(lines: Iterable[str]) -> Iterator[Request]:
    """Yield a request for every line that is not blank."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _request(number, line)


def _request(number: int, line: str) -> Request:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Request(None, {}, f"line {number} is not valid JSON ({error})")
    if not isinstance(value, dict):
        return Request(None, {}, f"line {number} is not a JSON object")
    return Request(value.get("id"), value)


def answer_all(
    file: IO[str], answer: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]
) -> None:
    """Print one line for each request; `answer` gets the sound ones of a batch together.

    When a batch fails, its requests are tried one by one, so that only the bad one gets an error.
    """
    from claimcheck.cli.progress import Watch
    from claimcheck.render.json import dump

    with Watch("answering", None) as watch:
        for group in _groups(requests(file)):
            for reply in _replies(group, answer):
                click.echo(dump(reply))
            watch.advance(len(group))


def _groups(found: Iterator[Request]) -> Iterator[list[Request]]:
    while group := list(islice(found, BATCH)):
        yield group


def _replies(
    group: list[Request], answer: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    sound = [request for request in group if request.error is None]
    try:
        answers = iter(answer([request.value for request in sound]))
    except ClaimcheckError:
        answers = iter([_one(request.value, answer) for request in sound])
    for request in group:
        body = next(answers) if request.error is None else {"error": request.error}
        yield {"id": request.id, **body}


def _one(
    value: dict[str, Any], answer: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]
) -> dict[str, Any]:
    try:
        return answer([value])[0]
    except ClaimcheckError as error:
        return {"error": error.message}


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
    return text


def optional(value: dict[str, Any], name: str) -> str | None:
    """Return an optional text field. Raises InputError when it is no string."""
    found = value.get(name)
    if found is not None and not isinstance(found, str):
        raise InputError(f'the field "{name}" is no string')
    return found or None
