"""What kind of statement a sentence is: a fact, an opinion, a forecast, a supposition, or none.

Words decide, and they are general English, not learnt. What a source says is of the kind of what
is said, except that a report in indirect speech of what somebody believes stays a fact.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.checkworthiness import checkworthiness, cues, tokens_of
from claimcheck.annotate.modality import Certainty, Modality, modality
from claimcheck.annotate.modality.predicates import bears_on_main
from claimcheck.datatypes import Span
from claimcheck.settings import MUSING_CHECKWORTHINESS

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Factuality(StrEnum):
    """What kind of statement a sentence is."""

    FACTUAL = "factual"
    OPINION = "opinion"
    PREDICTION = "prediction"
    HYPOTHETICAL = "hypothetical"
    QUESTION = "question"
    PROMO = "promo"


_PROMO = re.compile(
    r"^\W*(?:please )?(?:(?:sign up|subscribe|click|tap|read (?:more|also|the (?:full|original))|"
    r"listen to|download|follow (?:us|me|him|her)|share this|like us|join (?:us|our)|must watch|"
    r"watch (?:live|the|more|now|it)|see also|support (?:our|independent)|check out|"
    r"get (?:our|the latest)|advertisement|continue reading|story continues|photos? (?:by|credit)|"
    r"image credit|copyright|for (?:more|charts)\b.{0,60}\b(?:here|click|visit|go)|"
    r"to (?:respond|comment|submit|subscribe|read|contact)\b.{0,80}\b(?:editor|e-?mail|click|"
    r"submit|send|here)|this (?:story|article|post|report) (?:has been|was|is|originally)\b"
    r".{0,30}(?:updated|corrected|published|appeared|based)|"
    r"add .{3,60}\bas an interest)\b|(?:related|contributing|correction):)|"
    r"\b(?:all rights reserved|our (?:\w+ ){0,2}newsletters?|getty images|share tweet|click here|"
    r"contributed to this (?:report|story|article)|terms of (?:use|service)|"
    r"follow \S+ (?:\S+ )?on (?:twitter|facebook|instagram)|listen to (?:this )?article|"
    r"(?:author|writer) is an? (?:\w+ ){0,3}(?:columnist|contributor|fellow|editor)|"
    r"are available (?:from|at|on) (?:the|our)|on apple (?:podcasts )?or spotify)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!…][\"'”’»)\]]*$")
_QUESTION = re.compile(r"\?[\"'”’»)\]]*$")
_ASKED = re.compile(
    r"\?[\"'”’]\s+(?:[^\s.!?]+ ){0,6}?(?:ask|wonder|demand|said|say)", re.IGNORECASE
)
_SUPPOSING = re.compile(r"^\W*(?:imagine|suppose|assume|say|what if)\b(?! that's)", re.IGNORECASE)
_LIKELY = re.compile(r"\b(?:un)?likely to\b", re.IGNORECASE)
_WOULD = re.compile(
    r"\b(?:said|told|announced|promised|vowed|pledged|predicted|warned|hoped)\b.{0,60}\bwould\b",
    re.IGNORECASE,
)

_JUDGING: Final = (
    "absurd|appalling|arrogan(?:t|ce)|awful|beautiful|best|brilliant|bizarre|cowardly|cruel|"
    "dangerous|despicable|disgrace(?:ful)?|disgusting|dishonest|dull|excellent|"
    "fantastic|finest|foolish|great(?:est)?|hypocri(?:sy|tical)|idiotic|incredible|insane|insult|"
    "lovely|ludicrous|magnificent|nonsense|outrage(?:ous)?|pathetic|perfect|perverse|pointless|"
    "ridiculous|sad|shame(?:ful)?|shameless|silly|stupid|terrible|tragic|ugly|unacceptable|"
    "unfair|unfortunate|vain|vicious|vile|wonderful|worst|wrong|important|remarkable|stunning|"
    "humiliating|absolutely|disaster|good news|bad news|hard to|easy to|tough|complicated|healthy"
)
_IS_JUDGED = re.compile(
    r"\b(?:is|are|was|were|be|been|being|it['’]s|that['’]s|he['’]s|she['’]s|they['’]re|become[sd]?|"
    r"becoming|seems?|feels?|looks?)"
    rf"(?: \w+ly| so| too| very| just| really| nothing| the| a| an| far| simply| one of the| more| "
    rf"not| also| good| such| hard)* (?:{_JUDGING})\b(?! of (?:the )?\d)",
    re.IGNORECASE,
)
_FIRST: Final = r"\b(?:I|we)(?: \w+ly| still| also| just| don['’]t| do not)?"
_OPINION = re.compile(
    rf"{_FIRST} (?:think|believe|feel|hope|suspect|guess|doubt|love|hate|wish|prefer|trust|"
    r"want|need|know|look forward|deserve|must|have to|ought|should|cannot|can['’]t afford)\b|"
    r"\b(?:in my (?:view|opinion|judgment)|I['’]d (?:say|suggest|argue)|frankly|sadly|surely|"
    r"thankfully|(?:un)?fortunately|undoubtedly|luckily|clearly|obviously|of course|let['’]s|"
    r"let us|(?:it is|it['’]s|now is) (?:\w+ )?time (?:to|for|we|that)|makes? no sense|"
    r"doesn['’]t make (?:any )?sense|nothing (?:could be|is) more|there is nothing|nothing good|"
    r"no better|the (?:truth|fact|problem|point|question|real \w+|trouble) (?:is|was)|shame on|"
    r"the kind of (?:man|woman|person)|lost (?:its|his|her|their) mind|how dare|what a|"
    r"such (?:an? )?\w+ (?:is|are)|(?:good|bad) for the|god bless|thank you|congratulations|"
    r"betrayed|my gut|too (?:much|little|many|few)\b(?! to)|"
    r"how (?:\w+ly )?(?:dangerous|sad|foolish)|"
    r"the (?:nic|kind|ugli|brav|smart|dumb)est|fiasco|travesty|a sham|unbelievabl[ey]|"
    r"demoni[sz]\w+|scandalous|shameful|outrageous|ridiculous|ludicrous|pathetic|hypocrisy|"
    r"disgraceful|despicable|adamant about|"
    r"simply (?:cannot|can['’]t)|a very (?:tough|difficult|good|bad)|marred by|hardest|"
    r"hard enough)\b",
    re.IGNORECASE,
)
# What ought to be is an opinion where the sentence is about that, not where it mentions it.
_DUTY = re.compile(
    r"\b(?:needs? to|must(?! have)|should(?:n['’]t)?(?! have been)|ought to|deserves?|"
    r"had better)\b",
    re.IGNORECASE,
)
# "The general said he believed ..." reports what is in another's mind.
_REPORTED = re.compile(
    r"^(?!That said)(?:[^\"“”]{1,80}?)\b(?:said|says|told|reported|found|announced|denied|asked|"
    r"called|showed|wrote|argued|claimed|slammed|blasted|criticized|praised|accused|condemned)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“]([^\"“”]{12,})[\"”]")
_FORECAST = re.compile(
    r"\b(?:predict(?:s|ed)?|forecasts?|foresees?|expects?|anticipates?|by the (?:end|middle) of "
    r"(?:the|this|next)|next (?:week|month|year|spring|summer|fall|autumn|winter|decade)|"
    r"tomorrow|in the (?:coming|next))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:may|might|could|should) (?!have\b)(?:\w+ly )?[a-z]+\b", re.IGNORECASE)


def factuality(text: str, doc: Doc | None = None) -> Factuality:
    """Return the kind of one sentence; `doc` is its parse, which helps to tell what is said."""
    if _PROMO.search(text):
        return Factuality.PROMO
    if _QUESTION.search(text) or _ASKED.search(text):
        return Factuality.QUESTION
    return _statement(text, doc)


def _statement(text: str, doc: Doc | None) -> Factuality:
    """Return the kind of a sentence that neither asks nor sells."""
    found = modality(text, doc)
    if _SUPPOSING.match(text) or _is_supposed(found):
        return Factuality.HYPOTHETICAL
    foreseen = bool(_FORECAST.search(text))
    if foreseen and (_TO_COME.search(text) or found.certainty is not Certainty.CERTAIN):
        return Factuality.PREDICTION
    if _is_opinion(text, doc):
        return Factuality.OPINION
    if found.certainty is Certainty.HYPOTHETICAL:
        return Factuality.HYPOTHETICAL
    if foreseen or _is_to_come(text, found):
        return Factuality.PREDICTION
    return Factuality.OPINION if _is_musing(text) else Factuality.FACTUAL


def _is_musing(text: str) -> bool:
    """Tell whether a sentence in the present says little that could be checked."""
    shown = cues(tokens_of(text))
    if "past" in shown or "source" in shown or not _SENTENCE_END.search(text):
        return False
    return checkworthiness([text])[0] < MUSING_CHECKWORTHINESS


def _is_supposed(found: Modality) -> bool:
    return found.certainty is Certainty.HYPOTHETICAL and bool(found.conditionals)


def _is_to_come(text: str, found: Modality) -> bool:
    if found.certainty is Certainty.POSSIBLE:
        return bool(_TO_COME.search(text))
    if found.certainty is Certainty.PROBABLE:
        return bool(found.plans or _WOULD.search(text) or _LIKELY.search(text))
    return False


def _is_opinion(text: str, doc: Doc | None) -> bool:
    """Tell whether the sentence, or the speech that it quotes for the most part, judges."""
    quotes = [Span(*match.span(1)) for match in _QUOTED.finditer(text)]
    if 2 * sum(quote.end - quote.start for quote in quotes) > len(text):
        return any(_judges(text, quote, None) for quote in quotes)
    return not _REPORTED.match(text) and _judges(text, Span(0, len(text)), doc)


def _judges(text: str, stretch: Span, doc: Doc | None) -> bool:
    place = (text, stretch.start, stretch.end)
    if _IS_JUDGED.search(*place) or _OPINION.search(*place):
        return True
    duties = (Span(*match.span()) for match in _DUTY.finditer(*place))
    return any(doc is None or bears_on_main(text, duty, doc) for duty in duties)
