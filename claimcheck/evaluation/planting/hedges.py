"""How certain something is: hedges put in, taken out, and made stronger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claimcheck.datatypes import DifferenceKind
from claimcheck.evaluation.planting.edits import Edit, Family
from claimcheck.evaluation.planting.names import REPORTING
from claimcheck.evaluation.planting.passages import Chance, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCEPTED: Final = frozenset((DifferenceKind.MODALITY,))
_ADVERBS: Final = ("reportedly", "allegedly", "apparently", "possibly", "probably")
_HEDGED: Final = re.compile(
    r"\b(?:may|might|could|would|should|must|reportedly|allegedly|alleged|possibly|probably|likely|"
    r"unlikely|perhaps|apparently|suspected|expected|plans?|planned|seems?|seemed|appears?|"
    r"appeared|believed?|thought|considering|weighing|if|whether|not|never|no|nor|only)\b|n['’]t\b",
    re.IGNORECASE,
)
_ADVERB: Final = re.compile(
    r"(?<=[a-z] )(?:reportedly|allegedly|apparently|possibly|probably|perhaps|purportedly) "
    r"(?=[a-z])"
)
_ALLEGED: Final = re.compile(r"\b(?:the|an|his|her|their|its) (alleged|suspected) (?=[a-z]+)")
# What follows a modal verb where nothing else changes with it.
_VERB: Final = r"(?!have\b|not\b|also\b|as\b|well\b|ever\b|never\b|be able)[a-z]+"
_FIRMER: Final = (
    (re.compile(r"\b(?:is|are) (?:likely|expected|planning|set|due|hoping) to(?= [a-z]+)"), "will"),
    (re.compile(r"\b(?:plans?|intends?|hopes?|aims?) to(?= [a-z]+)"), "will"),
    (re.compile(rf"(?<=[a-z] )(?:may|might|could)(?= {_VERB})"), "will"),
    (re.compile(rf"(?<=[a-z] )should(?= {_VERB})"), "must"),
    (re.compile(rf"(?<=[a-z] )will(?= {_VERB})"), "may"),
    (re.compile(rf"(?<=[a-z] )must(?= {_VERB})"), "may"),
)


def hedges(passage: Passage, chance: Chance) -> Iterator[Edit]:
    """Yield edits that make the sentence less or more certain, or less or more binding."""
    yield from _put_in(passage, chance)
    yield from _taken_out(passage)
    for pattern, other in _FIRMER:
        for match in pattern.finditer(passage.text):
            if _is_modal(passage, match.start()):
                change = passage.place(*match.span()), other
                form = f"{match.group().split()[0]} to {other}"
                yield passage.edit((Family.HEDGE, form), change, _ACCEPTED)


def _put_in(passage: Passage, chance: Chance) -> Iterator[Edit]:
    if _HEDGED.search(passage.text):
        return
    for verb in passage.doc:
        if not _is_plain(verb):
            continue
        auxiliaries = [one for one in verb.children if one.dep_ in ("aux", "auxpass")]
        adverb = chance.pick(_ADVERBS)
        if verb.tag_ == "VBD" and not auxiliaries and verb.lemma_ != "be":
            change = passage.place(verb.idx, verb.idx), f"{adverb} "
            yield passage.edit((Family.HEDGE, "adverb put in"), change, _ACCEPTED)
            if verb.text.endswith("ed"):
                change = passage.place(verb.idx, verb.idx), "may have "
                yield passage.edit((Family.HEDGE, "may put in"), change, _ACCEPTED)
        elif auxiliaries and auxiliaries[0].lower_ in ("was", "were", "has", "had", "is", "are"):
            end = auxiliaries[0].idx + len(auxiliaries[0])
            change = passage.place(end, end), f" {adverb}"
            yield passage.edit((Family.HEDGE, "adverb put in"), change, _ACCEPTED)
        elif verb.lower_ in ("is", "are") and not auxiliaries:
            yield passage.edit(
                (Family.HEDGE, "may put in"), (passage.of(verb), "may be"), _ACCEPTED
            )


def _is_plain(verb: Token) -> bool:
    """Tell whether a verb states something with its subject before it."""
    is_said = verb.dep_ == "ccomp" and verb.head.lemma_ == "say"
    if verb.pos_ not in ("VERB", "AUX") or not (verb.dep_ == "ROOT" or is_said):
        return False
    has_subject = any(
        one.dep_ in ("nsubj", "nsubjpass") and one.i < verb.i and one.lower_ not in ("I", "we", "i")
        for one in verb.children
    )
    first = next((one for one in verb.children if one.dep_ in ("aux", "auxpass")), verb)
    return has_subject and verb.lemma_ not in REPORTING and first.i <= verb.i


def _taken_out(passage: Passage) -> Iterator[Edit]:
    for match in _ADVERB.finditer(passage.text):
        form = f"{match.group().strip()} taken out"
        yield passage.edit((Family.HEDGE, form), (passage.place(*match.span()), ""), _ACCEPTED)
    for match in _ALLEGED.finditer(passage.text):
        change = passage.place(match.start(1), match.end(1) + 1), ""
        following = passage.text[match.end() :]
        fitting = passage.article_before(match.start(1), following)
        yield passage.edit((Family.HEDGE, "alleged taken out"), change, _ACCEPTED, fitting)


def _is_modal(passage: Passage, start: int) -> bool:
    """Tell whether the words there are the verb of a clause, which "plans" need not be."""
    found = next((one for one in passage.doc if one.idx == start), None)
    return found is not None and found.tag_ in ("MD", "VBZ", "VBP")
