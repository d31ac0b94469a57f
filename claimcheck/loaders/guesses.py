"""What the first lines of a plain text tell about it: headline, day and agency."""

from __future__ import annotations

import re

from claimcheck.datatypes import Span
from claimcheck.loaders.compose import Defaults
from claimcheck.loaders.dates import iso_date
from claimcheck.loaders.headlines import head_lines
from claimcheck.loaders.limits import BYLINE_CHARS_MAX, HEADLINE_CHARS_MAX

# Every quantifier is bounded or over one class, so no input makes these slow.
_FURNITURE = re.compile(
    r"(?:open|close|toggle|main) (?:menu|navigation)$|skip to (?:the )?(?:main )?content|"
    r"^(?:menu|home|search|share|subscribe|log in|sign in|sign up|advertisement|breaking news)$|"
    r"^(?:https?://|www\.)\S+$|^[^\W\d_]{0,12}:? ?\d{4}-\d\d-\d\d$|^[\W\d_]*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<!\.)\.[\"'”’»)]{0,2}$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"\b(?:\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})\b"
)
# "MOSCOW (Reuters) -", "Moscow, (APP - UrduPoint / Pakistan Point News - 21st Jan, 2025)".
_DATELINE = re.compile(
    r"[A-Z][^()\r\n]{1,60}\((?P<inside>[^()\r\n]{2,100})\)(?P<dash>[ \t]{0,3}[-–—])?"
)
_LINE_BREAK = re.compile(r"[ \t]{0,80}(?:\r\n|\r|\n)[ \t]{0,80}")
_PARTS = re.compile(r" [-–—] ")
_AGENCY = re.compile(r"[A-Z]\w[^\r\n]*")


def guess_from_text(text: str) -> Defaults:
    """Return what the first lines suggest; a date only from a byline, never from a paragraph."""
    return Defaults(outlet=_outlet(text), title=_title(text), published=_published(text))


def _title(text: str) -> str | None:
    for line in head_lines(text):
        words = line.of(text)
        if _FURNITURE.search(words):
            continue
        is_headline = len(words) <= HEADLINE_CHARS_MAX and not _SENTENCE_END.search(words)
        return words if is_headline and not _is_wrapped(text, line) else None
    return None


def _is_wrapped(text: str, line: Span) -> bool:
    """Tell whether the line goes on in the next one, as text broken at eighty columns does."""
    following = _LINE_BREAK.match(text, line.end)
    return following is not None and text[following.end() : following.end() + 1].islower()


def _published(text: str) -> str | None:
    for line in head_lines(text):
        words = line.of(text)
        if len(words) > BYLINE_CHARS_MAX or _SENTENCE_END.search(words):
            dateline = _DATELINE.match(words)
            words = dateline[0] if dateline else ""
        days = (iso_date(found[0]) for found in _DATE.finditer(words))
        if day := next(filter(None, days), None):
            return day
    return None


def _outlet(text: str) -> str | None:
    for line in head_lines(text):
        found = _DATELINE.match(line.of(text)[:HEADLINE_CHARS_MAX])
        if found is None:
            continue
        parts = [part.strip() for part in _PARTS.split(found["inside"])]
        names = [part for part in parts if _AGENCY.fullmatch(part) and not _DATE.search(part)]
        # Without a dash or a date the brackets are a remark inside a sentence.
        if names and (found["dash"] or len(names) < len(parts)):
            return names[-1]
    return None
