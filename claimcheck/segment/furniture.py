"""What stands in an article's text and claims nothing: questions, captions, promos, bylines."""

import re

from claimcheck.datatypes import Span
from claimcheck.segment.quotes import quoted_spans
from claimcheck.settings import (
    MIN_CLAIM_WORDS,
    MIN_LONE_WORDS,
    MIN_STATEMENT_WORDS,
    MIN_UNPUNCTUATED_WORDS,
)

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDS_LIKE_A_SENTENCE = re.compile(r"[.!…:;][\"'”’»)\]]*$|[”\"’»)]$")
_QUESTION = re.compile(r"\?[\"'”’»)\]]*$")
# Words after which a question that is quoted or tagged on leaves a statement standing.
_STATEMENT_END = re.compile(r"[^\W\d_]{3}[.!][\"'”’]?\s+(?=[\"'“‘]?[^\W\d_a-z])")

# These are matched against the text in lower case: five times faster than ignoring case. Every
# alternative is anchored, a literal phrase or of bounded length, so that no input makes the search
# slow.
_OPENING = re.compile(
    r"read more|read also|read the full|see also|"
    r"related(?:$|:| (?:stories|articles|news|coverage|content|topics|video)\b)|"
    r"more (?:from|on|coverage)\b|more:|must watch\b|just watched\b|listen to article|"
    r"watch(?: live| now| the)?:|watch (?:the video|live|more)|listen:|"
    r"\(? ?photos?:|video:|photographers?:|facebook twitter|click here|tap here|sign up|"
    r"subscribe|follow (?:us|him|her|me|@|\w+ on)|"
    r"like us on|share this|"
    r"advertisement\W*(?:$|advertisement|continue|scroll|skip|story)|"
    r"sponsored(?: content| post| stories|$)|story continues|continue reading|"
    r"skip to|open menu|loading\W*$|download (?:our|the) app|comments?\b.{0,30}$|"
    r"this (?:story|article|post|report) (?:has been|was|is being|will be) (?:updated|corrected|"
    r"originally published|first published)|this is a (?:breaking|developing) (?:news )?story|"
    r"correction:|editor['’]?s['’]? note|have a (?:news )?tip|got a tip|"
    r"get (?:the|our) (?:latest|daily|morning)|join (?:our|the conversation)|join us on|"
    r"support (?:our|independent) journalism|trending:|if you enjoyed this|"
    r"(?:please )?(?:try again|check your (?:e-?mail|inbox|spam)|enable javascript|"
    r"select your country)|thank you for (?:subscribing|signing up)|you must select|"
    r"image credit|©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})|"
    r"\(?(?:left to right|from left|l-r|pictured)\b|file ?[-–—]{1,2} ?|"
    r"in this (?:undated |aerial |combination |(?:[a-z]{3,6}day,? )?(?:jan|feb|mar|apr|may|june?|"
    r"july?|aug|sep|oct|nov|dec)[a-z]{0,7}\.? \d[\d, ]{0,9})?(?:file |handout |combination )?"
    r"(?:photo|photograph|image|picture|frame)\b|"
    r"(?:photo(?:graph)?s?|images?|pictures?|caption|credit|file)"
    r"(?: by| credit| courtesy)?\s*[:|/]"
)
_ANYWHERE = re.compile(
    r"\b(?:all rights reserved|may not be (?:published|reproduced)|"
    r"sign up (?:for|to) (?:our|get|receive)|"
    r"our (?:daily |weekly |free |morning )*newsletters?|subscribe to (?:our|the)|"
    r"newsletters? sign up|by signing up,? you|(?:to|in) your inbox|e-?mail sign up|"
    r"(?:unsubscribe|opt[ -]?out) at any ?time|protected by recaptcha|our privacy policy|"
    r"receive occasional updates|for licensing opportunities|rush transcript|free articles|"
    r"(?:accept|read|agree to) (?:our|the) terms of|terms of (?:use|service) and|"
    r"contributed to this (?:report|article|story)|"
    r"follow .{1,60} on (?:twitter|facebook|instagram)|click here (?:to|for)|"
    r"(?:the author|the writer) is an?\b.{0,80}\bcolumnist|(?:views|opinions) expressed "
    r"(?:in this|here|are|by (?:the )?(?:author|writer|contributor|columnist))|"
    r"getty images|ap photo|afp/getty|reuters/(?!ipsos)[a-z]|file photo|"
    r"(?:hide|toggle|image|media) caption|image copyright|media playback|photo courtesy)"
)
_CREDIT = re.compile(
    r"\((?:(?:photo|image|picture)s?\b.{0,60}|[^()]{0,60}/ ?(?:ap|afp|reuters|getty)[^()]{0,30}|"
    r"(?:ap|reuters|afp|epa) (?:photo|file).{0,60}|[^()]{0,60}\bvia (?:ap|afp|reuters)\b.{0,30})\)"
)
# "Jane Roe/AP" before or after what a picture shows; "a Reuters/Ipsos poll" is none.
_NAMED_CREDIT = (
    r"(?:\| ?)?\b[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,3}/(?:[A-Z][\w .’'-]{1,30}/)?"
    r"(?:AP|AFP|EPA|Reuters|Getty|Bloomberg|TASS|Xinhua)\b"
)
_CREDITED = re.compile(
    rf"^{_NAMED_CREDIT}(?!.{{0,30}}\b(?:poll|survey))|"
    rf"{_NAMED_CREDIT}(?:[,/] ?(?:File|FILE))?\W{{0,2}}$"
)
_LONE_CREDIT = re.compile(
    rf"^(?:\(.{{0,100}}\)|\W{{0,3}}photo(?:graph)?(?:er)?s?\b.{{0,80}}|"
    rf"{_NAMED_CREDIT.replace('A-Z', 'A-Za-z')}.{{0,40}})$",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_BYLINE = re.compile(
    r"^(?:B[Yy]|by) [A-Z][\w.’'-]+(?:,? (?:and|de|la|van|von|[A-Z][\w.’'-]*)){1,8}"
    r"(?:$| [|·•–—-] )|"
    r"^(?:[Ll]ast |[Ff]irst )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified|PUBLISHED|UPDATED)"
    rf"(?::| on| at)? ?(?:[A-Z][a-z]+day,? )?(?:\d|{_MONTH} ).{{0,60}}\d{{4}}\b.{{0,30}}$|"
    rf"^.{{0,60}}\b(?:[Pp]ublished|[Uu]pdated) (?:at |on )?{_MONTH} \d{{1,2}}, \d{{4}}\b.{{0,30}}$",
)
# "— Jane Roe (@janeroe) March 15, 2019" under a quoted tweet, and an address on its own.
_SIGNATURE = re.compile(r"^[–—-]*[^.!?()]{0,60}\(@\w+\)[^.!?]{0,30}$|^(?:https?://|www\.)\S+$")

# "MOSCOW, Jan 21 (Reuters) - ", "WASHINGTON — ", "Moscow, (APP - UrduPoint - 21st Jan, 2025) ":
# a place, perhaps a date, an agency in brackets, and a dash unless the brackets name an agency
# that is known; "the Royal Canadian Mounted Police (RCMP) Sergeant" is no dateline.
_PLACE = r"(?!The )[A-Z][\w.’' -]{1,40}(?:, [A-Z][\w.’' -]{1,30})?"
_AGENCY = r"(?:AP|AFP|APP|ANI|CNN|EFE|IANS|PTI|TASS|UPI|Reuters|Xinhua|[A-Z]\w+ News|[A-Z]\w+ - )"
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE},? )?\([A-Z][^()]{{1,80}}\)\s*[-–—―]+\s*|"
    rf"(?:{_PLACE},? )?\({_AGENCY}(?:\b|(?<= ))[^().]{{0,80}}\)\s*:?\s*|"
    r"[A-Z][A-Z.’' -]{2,40}(?:, [A-Z][\w.’' -]{1,30})?\s*(?:--+|[–—―])\s*|"
    # The label of a box, run in with its first line.
    r"Story highlights\s+)"
    r"(?=[\"“‘'A-Z])"
)
# Three figures in a row are a row of a table: "Delegates 2,814 1,893 56".
_FIGURE = r"[$€£+–-]?\d[\d.,]*%?"
_TABLE = re.compile(rf"(?<!\S)(?:{_FIGURE} ){{2}}{_FIGURE}(?!\S)")


def without_dateline(text: str, sentence: Span) -> Span:
    """Return the sentence without the place, date and agency that open a report."""
    found = _DATELINE.match(text, sentence.start, sentence.end)
    return Span(found.end(), sentence.end) if found else sentence


def words_of(text: str) -> list[str]:
    """Return the words of `text` without case and punctuation."""
    return [word.casefold() for word in _WORD.findall(text)]


def is_furniture(text: str, *, lone: bool = False) -> bool:
    """Tell whether a sentence is no claim: too short, a question, a promo, a caption, a byline.

    A `lone` sentence, with no claim beside it, may be short or clipped.
    """
    word_count = _count_words(text)
    if word_count < (MIN_LONE_WORDS if lone else MIN_CLAIM_WORDS) or _is_question(text):
        return True
    unpunctuated = not _ENDS_LIKE_A_SENTENCE.search(text)
    if unpunctuated and word_count < MIN_UNPUNCTUATED_WORDS and not lone:
        return True
    if unpunctuated and _TABLE.search(text):
        return True
    if _BYLINE.search(text) or _SIGNATURE.search(text):
        return True
    return bool(_OPENING.match(text.lower())) or _has_credit(text)


def is_credit(text: str) -> bool:
    """Tell whether a sentence only names who took a picture: what stands before it is a caption."""
    return bool(_LONE_CREDIT.match(text)) and _has_credit(text)


def _has_credit(text: str) -> bool:
    lower = text.lower()
    if _ANYWHERE.search(lower) or _CREDIT.search(lower):
        return True
    return "/" in text and bool(_CREDITED.search(text))


def is_headline_claim(text: str) -> bool:
    """Tell whether a headline states something; "Putin resigns" is short and does."""
    return _count_words(text) > 1 and not _is_question(text)


def _is_question(text: str) -> bool:
    """Tell whether the text only asks, and does not also state something.

    "Gorka recalled staffers cheering at the exchange, but later asking 'what did he do?'" and a
    quotation of several sentences that ends in a question state enough.
    """
    if not _QUESTION.search(text):
        return False
    stated = [match.end() for match in _STATEMENT_END.finditer(text)]
    if stated and _count_words(text[: stated[-1]]) >= MIN_STATEMENT_WORDS:
        return False
    quotes = quoted_spans(text, Span(0, len(text)))
    if not quotes or quotes[-1].end < len(text) or not _count_words(quotes[-1].of(text)):
        return True
    outside = _count_words(text) - sum(_count_words(quote.of(text)) for quote in quotes)
    return outside < MIN_STATEMENT_WORDS


def _count_words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))
