"""What the NLI model doesn't get to see of a text: its marks, and who printed it."""

from __future__ import annotations

import re
from typing import Final

_STRAIGHT: Final = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
_ENDS: Final = re.compile(r"[.!?][\"')\]]*$")
# "Who?." and "(He left.).": a full stop behind an end.
_SECOND_STOP: Final = re.compile(r"(?<=[.!?\"')\]])\.+$")
# In place of every outlet: one that the models have often read of.
_OUTLET: Final = "Reuters"
# Names that mean nothing but an outlet, in whatever case.
_NAMES: Final = (
    "ABC News|AFP|Agence France[- ]Presse|Al Arabiya|Al Jazeera|ANSA|Associated Press|AP|Axios|"
    "BBC News|BBC|Bloomberg News|Boston Globe|Breitbart News|Breitbart|BuzzFeed News|BuzzFeed|"
    "CBC News|CBS News|Chicago Tribune|Christian Science Monitor|CNBC|CNN|Daily Beast|Daily Caller|"
    "Daily Express|Daily Mail|Daily Mirror|Daily Telegraph|Deutsche Welle|Der Spiegel|dpa|"
    "Financial Times|Fox Business|Fox News|Globe and Mail|Haaretz|Hindustan Times|HuffPost|"
    "Huffington Post|Interfax|ITV News|Japan Times|Jerusalem Post|Kyiv Independent|Kyodo News|"
    "Le Monde|Los Angeles Times|Miami Herald|Moscow Times|MSNBC|National Review|NBC News|"
    "New York Daily News|New York Post|New York Times|Newsmax|NPR|PBS NewsHour|Politico|ProPublica|"
    "Reuters|RIA Novosti|Sky News|South China Morning Post|Sydney Morning Herald|TASS|"
    "Times of India|Times of Israel|UPI|USA Today|Vice News|Wall Street Journal|"
    "Washington Examiner|Washington Free Beacon|Washington Post|Washington Times|Xinhua"
)
# Names that are also something else: only where a byline stands.
_OTHER_NAMES: Final = (
    "ABC|Bloomberg|CBS|Forbes|Fox|Guardian|Hill|Independent|Intercept|NBC|Newsweek|PBS|Salon|Slate|"
    "Telegraph|Time|Times|Vox"
)
_ANY: Final = rf"(?:the )?(?:{_NAMES}|{_OTHER_NAMES})"
# "Fox News: ", "(AP) - ", "CAIRO (Reuters) - ", "KYIV, Feb 24 (Reuters) - ".
_BYLINE: Final = re.compile(
    rf"(?:{_ANY}:|(?:[^\W\d_][^()\n]{{0,40}} )?\({_ANY}\) ?[-:\u2013\u2014]) (?=\S)", re.IGNORECASE
)
_NAMED: Final = re.compile(rf"\b(?:the )?(?:{_NAMES})\b", re.IGNORECASE)


def plain(text: str) -> str:
    """Return a text in plain clothes, so that what doesn't change its meaning can't be seen.

    Straight quotation marks, a full stop at its end, no outlet in front of it, and one name for all
    outlets within it: what differs by the outlet alone is for the rules to tell.
    """
    text = text.strip().translate(_STRAIGHT)
    byline = _BYLINE.match(text)
    text = _NAMED.sub(_OUTLET, text[byline.end() :] if byline else text)
    text = _SECOND_STOP.sub("", text)
    return text if _ENDS.search(text) else f"{text}."
