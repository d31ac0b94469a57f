"""Words of news that deny a story, and words that pass it on without vouching for it."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.annotate.attribution.reporting import ADVERBS, NOUNS, VERBS
from claimcheck.annotate.modality import modality
from claimcheck.annotate.modality.negation import Negation, negations
from claimcheck.datatypes import Span, Stance

# What a story is called when somebody writes about it.
_STORY: Final = (
    r"(?:claims?|stor(?:y|ies)|reports?|rumou?rs?|articles?|posts?|postings?|videos?|clips?|"
    r"footage|photos?|photographs?|images?|pictures?|letters?|accounts?|tales?|news|allegations?|"
    r"accusations?|tweets?|quotes?|speculation|information|alarms?|narrative)"
)
_IS: Final = (
    r"(?:is|are|was|were|be|been|being|(?:it|that|this|he|she|they)['’](?:s|re)|"
    r"turn(?:s|ed) out|prov(?:e|es|ed|en))"
)
_NOT: Final = r"(?:not|\w+n['’]t|never)"
# What may stand between "is" and the word that denies: "is almost certainly a complete".
_SOMEHOW: Final = (
    r"(?:(?:\w+ly|almost|just|all|in fact|also|to be|a|an|another|one|nothing (?:more|but)|more|"
    r"than|likely|quite|complete|total|elaborate|big|part of|called|labell?ed|deemed) )*"
)
# Adjectives that deny a story where they are said of it, and little else where they are not:
# "the video is doctored" and "a doctored video", but not "doctored statements of accounts".
_UNTRUE: Final = (
    r"(?:fake|faked|fabricated|false|bogus|phone?y|fictitious|fictional|doctored|photoshopped|"
    r"staged|made[ -]up|invented|untrue|incorrect|inaccurate|erroneous|baseless|unfounded|"
    r"groundless|debunked|discredited|nonsense|rubbish|bullshit|satire|satirical|in error|"
    r"exaggerated|implausible)"
)
_MADE_UP: Final = (
    r"hoax(?:es|ed|ers?)?|satir(?:e|ical|ists?)|spoof(?:s|ed)?|fabrications?|publicity stunt|"
    r"urban (?:legend|myth)s?|wild goose chase|"
    r"(?:made|making|make) (?:(?:it|this|that|the (?:whole )?(?:thing|story)) )?(?:all )?up"
    r"(?=\s*(?:[.!?;:\"'”’)]|$))"
)
_NOT_TRUE: Final = (
    rf"{_IS} {_SOMEHOW}{_UNTRUE}(?! (?:to|for|with)\b)|"
    rf"{_UNTRUE} (?:\w+ )?(?:{_STORY}|(?:web)?sites?)|as (?:a |an )?{_UNTRUE}|"
    rf"[\"“'‘]{_UNTRUE}[,.]?[\"”'’]|^\W*(?:\w+\W+)?(?:false|fake|hoax|untrue|satire)\W*$|untrue|"
    rf"{_NOT} (?:\w+ly |at all )?(?:be )?(?:true|real|accurate|correct|the case|genuine)|"
    rf"(?:(?:did|has|have|had)(?: not|n['’]t)|never) (?:\w+ly )?"
    r"(?:happen(?:ed)?|occur(?:red)?|exist(?:ed)?|t[ao]ken? place|took place)|"
    r"(?:incorrect|false|erroneous|wrong|mistaken)ly (?:reported|claimed|identified|"
    r"described|attributed|called|believed|named)|"
    r"misinformation|mis(?:quot|report|attribut|transl|identif|interpret)(?:e|ed|es|ing|ion)?|"
    rf"no (?:truth|basis|substance|foundation) (?:to|for|in|whatsoever|behind)|false alarm|"
    r"too good to be true"
)
# Whom somebody denies: a story, or that something is so.
_DENIED: Final = (
    rf"(?:that|it|this|these|those|having|being|any|ever|\w+ing|(?:[\w'’-]+ ){{0,3}}(?:{_STORY}))\b"
)
_REFUTING: Final = (
    r"(?:debunk|refut|rebut|disprov|discredit|retract|recant|contradict)(?:e|s|es|t?ed|en|t?ing|"
    r"als?)?|"
    rf"(?:den|disput|dismiss|reject)(?:y|ies|ied|ying|e|s|es|ed|ing) {_DENIED}|"
    rf"(?:{_STORY}|it|this|that) (?:\w+ ){{0,3}}(?:denied|disputed|dismissed|rejected)|denials?|"
    r"set(?:s|ting)? the record straight|pour(?:s|ed|ing)? (?:\w+ )?(?:cold |holy )?water on|"
    r"quash(?:es|ed)?|shot (?:it )?down (?:the )?(?:rumou?rs?|reports?|claims?)"
)
_DOUBTING: Final = (
    rf"s[ck]eptic(?:s|al|ism)?|implausible|{_NOT} (?:\w+ )?plausible|highly unlikely|"
    r"(?<!no )doubt(?:s|ed|ing)? (?:that|whether|if|on|about|over|the|it|this)|"
    r"doubtful|far-?fetched|"
    r"(?:no|little|zero) (?:\w+ )?(?:evidence|proof|record|trace)|dubious|"
    r"(?:is|are|was|were|be|still|and|safe|alive) (?:safe|alive|sound)(?! to\b)"
)
_PASSED_ON: Final = (
    r"rumou?r(?:s|ed)?|unconfirmed|unverified|according to|reported|reports?|if true|whether|"
    r"speculat\w+|sources?|said to|set to|plans? to|in talks"
)
_SPEAKER: Final = r"spokes\w+|officials?|said|says|told|according to|insist\w*|sources?|statement"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?<!\w['’])(?:{pattern})(?![\w-])", re.IGNORECASE)


def _distancing() -> str:
    forms = (
        form
        for lexicon in (VERBS, NOUNS)
        for form, report in lexicon.items()
        if report.stance is Stance.DISTANCING
    )
    return "|".join((*forms, *(word for word, one in ADVERBS.items() if one is Stance.DISTANCING)))


_DENIAL: Final = _words(f"{_MADE_UP}|{_NOT_TRUE}")
_DISPUTE: Final = _words(f"{_REFUTING}|{_DOUBTING}")
_HEDGE: Final = _words(f"{_PASSED_ON}|{_distancing()}")
_SAID: Final = _words(_SPEAKER)
# "The report", "those rumours", "the story turned out", or a sentence that begins with "it".
_REFERS_BACK: Final = _words(
    rf"(?:the|this|that|these|those|such|its|his|her|their|all|some)\s(?:[\w'’-]+\s){{0,3}}{_STORY}|"
    rf"{_STORY} (?:\w+ )?(?:{_IS}|turn(?:s|ed)|prov(?:e|es|ed))"
)
_PRONOUN: Final = re.compile(
    r"^\W*(?:[\w’']+,? ){0,3}(?:it|this|that|none of (?:it|this))(?:['’]s|['’]d)?\b", re.IGNORECASE
)
# A line that only rates: "Probably false".
_RATING_WORDS: Final = 4
# What a headline denies: "did not", "isn't", "NOT stolen", "No, ...". That somebody isn't sure, or
# will not do something, denies nothing.
_HEADLINE_DENIAL: Final = _words(
    rf"{_IS} not|(?:did|does|do|has|have|had) not|"
    r"(?:is|are|was|were|did|does|do|has|have|had)n['’]t|"
    r"not(?= (?:\w+ly )?(?:\w+ed|\w+en|made|found|to have|having|dead|true|real)\b)|"
    r"never(?= \w+ed\b)"
)
_UNDENYING: Final = re.compile(
    r"\s+(?:\w+ly )?(?:sure|happy|clear|going|ready|alone|enough|afraid|like|want|know|think|care|"
    r"just|only)\b",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(
    r"(?:^|[.?!:] )(?:no|nope|sorry|sadly)\b|\bmyths?\b|\b(?:is|are|['’]s) (?:safe|alive)\b",
    re.IGNORECASE,
)


def denial(text: str) -> Span | None:
    """Return the first words that call a story invented or untrue, unless denied themselves."""
    return _undenied(_DENIAL, text)


def dispute(text: str) -> Span | None:
    """Return the first words that tell of somebody who denies or doubts a story."""
    return _undenied(_DISPUTE, text)


def headline_denial(text: str) -> Span | None:
    """Return the words with which a headline denies that something is so."""
    negated = (
        Span(*match.span())
        for match in _HEADLINE_DENIAL.finditer(text)
        if not _UNDENYING.match(text, match.end())
    )
    return denial(text) or dispute(text) or next(negated, None) or _first(_ANSWER, text)


def _undenied(pattern: re.Pattern[str], text: str) -> Span | None:
    found = [Span(*match.span()) for match in pattern.finditer(text)]
    against = negations(text) if found else ()
    return next((cue for cue in found if not any(_denies(text, one, cue) for one in against)), None)


def _denies(text: str, negation: Negation, cue: Span) -> bool:
    """Tell whether a negation denies a denial: "not a hoax"; "rejected as a hoax" doesn't."""
    if negation.cue.overlaps(cue) or not negation.scope.overlaps(cue):
        return False
    return " as " not in text[negation.cue.end : cue.start]


def hedge(text: str) -> Span | None:
    """Return the first words that pass a story on without vouching for it."""
    found = _first(_HEDGE, text)
    others = modality(text).hedges
    return min((one for one in (found, *others) if one), default=None)


def refers_back(text: str) -> bool:
    """Tell whether a sentence speaks of a story told before: "the report", "it", a bare rating."""
    return (
        len(text.split()) <= _RATING_WORDS
        or _REFERS_BACK.search(text) is not None
        or _PRONOUN.match(text) is not None
    )


def is_attributed(text: str) -> bool:
    """Tell whether a text names or implies somebody who says something."""
    return _SAID.search(text) is not None


def _first(pattern: re.Pattern[str], text: str) -> Span | None:
    found = pattern.search(text)
    return Span(*found.span()) if found else None
