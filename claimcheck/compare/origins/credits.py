"""Which news agency a text is credited to."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = {
    "AP": r"(?:The |the |THE )?(?:Associated Press|ASSOCIATED PRESS)|(?:the )?AP",
    "Reuters": r"Reuters|REUTERS",
    "AFP": r"Agence France[- ]Presse|AFP",
    "UPI": r"United Press International|UPI",
    "PA": r"(?:the )?(?:PA|Press Association)",
    "dpa": r"dpa|Deutsche Presse-Agentur",
}
_TOLD: Final = r"(?:told|tells|telling) (?:the )?(?:news agency )?(?:{0})\b"
_REPORTED: Final = (
    r"\b(?:{0})(?:,)? (?:has |had |also |first )?(?:report(?:s|ed)|said|says|learned)\b"
)
_CITED: Final = r"(?:according to|reported by|citing) (?:news agency )?(?:{0})\b"
# A dateline, a byline on a line of its own. "AP contributed to this report" is not enough: such
# articles may be mostly the outlet's own.
_DATELINE: Final = r"\((?:{0})\)\s*[-–—]"
_BYLINE: Final = r"^\s*By (?:{0})\s*$"


def _patterns(*forms: str) -> dict[str, re.Pattern[str]]:
    return {
        agency: re.compile("|".join(form.format(names) for form in forms), re.MULTILINE)
        for agency, names in _NAMES.items()
    }


_IN_CLAIM: Final = _patterns(_TOLD, _REPORTED, _CITED)
_IN_ARTICLE: Final = _patterns(_DATELINE, _BYLINE)
_WHOLE: Final = {agency: re.compile(names) for agency, names in _NAMES.items()}
# Reuters alone ends its reports like this.
_REPORTING: Final = re.compile(r"\bReporting by [^;)\n]{3,200}[;.)][^\n]{0,60}\bEditing by ")


def agency_named(name: str | None) -> str | None:
    """Return the agency that a speaker's or outlet's name is, None when it is none."""
    whole = (name or "").strip()
    return next((agency for agency, names in _WHOLE.items() if names.fullmatch(whole)), None)


def agency_quoted(text: str) -> str | None:
    """Return the first listed agency that a claim says it has this from ("told the AP")."""
    return next((agency for agency, said in _IN_CLAIM.items() if said.search(text)), None)


def agency_credited(text: str) -> str | None:
    """Return the agency whose report an article says it is: by dateline, byline or last line."""
    found = next((agency for agency, credit in _IN_ARTICLE.items() if credit.search(text)), None)
    return found or ("Reuters" if _REPORTING.search(text) else None)
