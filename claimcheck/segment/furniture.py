"""What stands in an article's text and claims nothing: questions, captions, promos, bylines."""

import re

from claimcheck.datatypes import Span
from claimcheck.settings import MIN_CLAIM_WORDS, MIN_UNPUNCTUATED_WORDS

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDS_LIKE_A_SENTENCE = re.compile(r"[.!…:;][\"'”’»)\]]*$|[”\"’»)]$")
_QUESTION = re.compile(r"\?[\"'”’»)\]]*$")

# Every alternative is anchored or a literal phrase, so that no input makes the search slow.
_PROMO = re.compile(
    r"^(?:read more|read also|read the full|see also|related(?: stories| articles| news)?\b|"
    r"more (?:from|on|coverage)\b|watch(?: live| now| the)?:|watch (?:the video|live|more)|listen:|"
    r"photos?:|video:|click here|tap here|sign up|subscribe|follow (?:us|him|her|me|@|\w+ on)|"
    r"like us on|share this|advertisement|sponsored|story continues|continue reading|"
    r"skip to|open menu|loading|download (?:our|the) app|comments?\b.{0,30}$|"
    r"this (?:story|article|post|report) (?:has been|was|is being|will be) (?:updated|corrected|"
    r"originally published|first published)|this is a (?:breaking|developing)|correction:|"
    r"editor['’]?s['’]? note|have a (?:news )?tip|got a tip|"
    r"get (?:the|our) (?:latest|daily|morning)|join (?:our|the conversation)|"
    r"support (?:our|independent) journalism|trending:|"
    r"image credit|file photo|©|\(c\)|copyright\b)",
    re.IGNORECASE,
)
_PROMO_ANYWHERE = re.compile(
    r"all rights reserved|may not be (?:published|reproduced)|sign up (?:for|to) (?:our|the|get)|"
    r"our (?:daily |weekly |free |morning )*newsletters?|subscribe to (?:our|the)|"
    r"contributed to this (?:report|article|story)|"
    r"follow .{1,60} on (?:twitter|facebook|instagram)|"
    r"terms of (?:use|service) and|click here (?:to|for)|"
    r"(?:the author|the writer) is an?\b.{0,80}\bcolumnist|"
    r"views expressed (?:in|here|by)|opinions expressed (?:in|here|by)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\((?:(?:photo|image|picture)s?\b.{0,60}|.{0,60}(?:/ ?(?:ap|afp|reuters|getty)|getty images)"
    r".{0,30}|(?:ap|reuters|afp|epa) (?:photo|file).{0,60})\)|"
    r"\b(?:getty images|ap photo|afp/getty|reuters/[A-Z])|"
    r"^(?:photo(?:graph)?s?|images?|pictures?|caption|credit|file)"
    r"(?: by| credit| courtesy)?\s*[:|/]",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:[Bb][Yy] [A-Z][\w.’'-]+(?: [\w.’'-]+){0,6}(?:$| [|·•–—-] )|"
    r"(?:published|updated|posted|last updated|first published|last modified)\b.{0,80}\d{4})|"
    r"^.{0,60}\b(?:published|updated) (?:at |on )?[A-Z][a-z]+ \d{1,2}, \d{4}\b.{0,30}$",
)

# "MOSCOW, Jan 21 (Reuters) - ", "WASHINGTON — ", "Moscow, (APP - UrduPoint - 21st Jan, 2025) ":
# a place, perhaps a date, an agency in brackets, and a dash unless there are brackets.
_PLACE = r"[A-Z][\w.’' -]{1,40}(?:, [A-Z][\w.’' -]{1,30})?"
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE},? )?\([A-Z][^()]{{1,80}}\)\s*(?:[-–—]+|:)\s*|"
    rf"(?:{_PLACE},? )?\((?:[A-Z]{{2,}}\b|[A-Z]\w+ - )[^()]{{0,80}}\)\s*|"
    r"[A-Z][A-Z.’' -]{2,40}(?:, [A-Z][\w.’' -]{1,30})?\s*(?:--+|[–—])\s*)"
    r"(?=[\"“‘'A-Z])"
)


def without_dateline(text: str, sentence: Span) -> Span:
    """Return the sentence without the place, date and agency that open a report."""
    found = _DATELINE.match(text, sentence.start, sentence.end)
    return Span(found.end(), sentence.end) if found else sentence


def words_of(text: str) -> list[str]:
    """Return the words of `text` without case and punctuation."""
    return [word.casefold() for word in _WORD.findall(text)]


def is_furniture(text: str) -> bool:
    """Tell whether a sentence is no claim: too short, a question, a promo, a caption, a byline."""
    word_count = len(_WORD.findall(text))
    if word_count < MIN_CLAIM_WORDS or _QUESTION.search(text):
        return True
    if word_count < MIN_UNPUNCTUATED_WORDS and not _ENDS_LIKE_A_SENTENCE.search(text):
        return True
    return any(pattern.search(text) for pattern in (_PROMO, _PROMO_ANYWHERE, _CAPTION, _BYLINE))
