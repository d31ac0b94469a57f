"""Decisions as the report page exports them: one JSON object; a bad row costs itself alone."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from claimcheck.cli.batch import optional, text_of, usable
from claimcheck.database import Contrast, DecidedMatch
from claimcheck.datatypes import Citation, Claim, Decision, Judgement, Relation, Span
from claimcheck.errors import InputError
from claimcheck.settings import MAX_NOTE

_Choice = TypeVar("_Choice", bound=StrEnum)

_KIND = "claimcheck-decisions"
_SCHEMA = 1
_ASK_THE_PAGE = "Give the file that the report page saves when you export your decisions there."
_MATCH_ID = re.compile("[0-9a-f]{16}")


def now() -> str:
    """Return the time as decisions are stamped."""
    return _stamp(datetime.now(UTC))


def _stamp(time: datetime) -> str:
    """Return a time in UTC, always of the same length, so that stamps sort as text."""
    return time.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def stdin_lines() -> Iterable[bytes]:
    """Return the lines of standard input as they come; none where it is closed."""
    return sys.stdin.buffer if sys.stdin else ()


def read_decisions(path: Path) -> Iterator[DecidedMatch | InputError]:
    """Yield the decisions of a file (- is standard input), or what is wrong with a row.

    Raises InputError when the whole file is none of decisions.
    """
    rows = _rows(_text(path), path)
    for number, row in enumerate(rows, 1):
        try:
            yield _decided(row)
        except InputError as error:
            yield InputError(f"{path}, decision {number}: {error.message}.")


def _text(path: Path) -> str:
    try:
        data = b"".join(stdin_lines()) if str(path) == "-" else path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}).", "Check the path.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no text in UTF-8.", _ASK_THE_PAGE) from error


def _rows(text: str, path: Path) -> list[Any]:
    if text.lstrip().startswith("<"):
        raise InputError(f"{path} is a web page, not the decisions made on it.", _ASK_THE_PAGE)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is not valid JSON ({error}).", _ASK_THE_PAGE) from error
    if not isinstance(value, dict) or value.get("kind") != _KIND:
        raise InputError(f'{path} is JSON, but its "kind" is not "{_KIND}".', _ASK_THE_PAGE)
    if value.get("schema") != _SCHEMA or isinstance(value["schema"], bool):
        raise InputError(
            f"{path} has the schema {json.dumps(value.get('schema'))}; this claimcheck reads "
            f"{_SCHEMA}.",
            "Upgrade claimcheck, or export the decisions again.",
        )
    rows = value.get("decisions")
    if not isinstance(rows, list):
        raise InputError(f'{path} has no list "decisions".', _ASK_THE_PAGE)
    return rows


def _decided(row: Any) -> DecidedMatch:
    if not isinstance(row, dict):
        raise InputError("it is no JSON object")
    match = row.get("match")
    if not isinstance(match, str) or not _MATCH_ID.fullmatch(match):
        raise InputError('the field "match" is no id of 16 hexadecimal digits')
    judgement = _one_of(Judgement, row, "judgement")
    relation = _one_of(Relation, row, "relation")
    decision = Decision(judgement, _note(row), _decision_time(row))
    claim, evidence = (_side(row, name) for name in ("claim", "evidence"))
    return DecidedMatch(match, decision, claim, evidence, relation, _differences(row))


def _one_of(kind: type[_Choice], row: dict[str, Any], name: str) -> _Choice | None:
    found = row.get(name)
    if found is None:
        return None
    choices = {one.value: one for one in kind}
    if not isinstance(found, str) or found not in choices:
        known = ", ".join(choices)
        raise InputError(f'the field "{name}" is {_quoted(found)}, not one of {known}, or null')
    return choices[found]


def _note(row: dict[str, Any]) -> str:
    return checked_note(optional(row, "note") or "")


def checked_note(note: str) -> str:
    """Return a note as it is kept. Raises InputError when it is too long."""
    clean = usable(note).strip()
    if len(clean) > MAX_NOTE:
        raise InputError(f"the note has {len(clean):,} characters, more than {MAX_NOTE:,}")
    return clean


def _decision_time(row: dict[str, Any]) -> str:
    """Return when it was decided; a clock that is ahead must not outdo what is decided later."""
    found = row.get("decided")
    try:
        time = datetime.fromisoformat(found)  # type: ignore[arg-type]
        return min(_stamp(time if time.tzinfo else time.replace(tzinfo=UTC)), now())
    except (TypeError, ValueError, OverflowError) as error:
        written = _quoted(found)
        raise InputError(f'the field "decided" is {written}, no time in ISO 8601') from error


def _side(row: dict[str, Any], name: str) -> Claim:
    side = row.get(name)
    if not isinstance(side, dict):
        raise InputError(f'the field "{name}" is no JSON object')
    try:
        text = text_of(side)
        names = ("article_id", "outlet", "title", "url", "context")
        fields = {field: optional(side, field) for field in names}
        published = _published(side)
    except InputError as error:
        raise InputError(f'in "{name}" {error.message}') from error
    context = fields.pop("context") or ""
    article_id, outlet = (fields.pop(field) or "" for field in ("article_id", "outlet"))
    citation = Citation(article_id, outlet, **fields, published=published)
    return Claim(citation, (Span(0, len(text)),), text, context=context)


def _published(side: dict[str, Any]) -> str | None:
    from claimcheck.loaders import iso_date

    written = optional(side, "published")
    published = iso_date(written) if written else None
    if written and published is None:
        raise InputError(f'the field "published" is no possible date: {_quoted(written)}')
    return published


def _differences(row: dict[str, Any]) -> tuple[Contrast, ...]:
    found = row.get("differences") or []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise InputError('the field "differences" is no list of JSON objects')
    return tuple(
        Contrast(*(optional(one, name) or "" for name in ("kind", "a", "b"))) for one in found
    )


def _quoted(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)[:60]
