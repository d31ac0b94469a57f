"""Which verbs of a sentence state something of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from claimcheck.annotate.attribution.subjects import is_fronted
from claimcheck.annotate.parsing import FINITE
from claimcheck.segment.attachment import is_surely_of
from claimcheck.segment.phrases import SUBJECTS, Token, has_subject, is_restrictive, is_verb

DEPENDENT: Final = frozenset({"conj", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp"})
_RELATIVE_PRONOUNS: Final = ("who", "which", "whose", "where")
_MODALS: Final = frozenset({"could", "would", "might", "may", "should"})
_TIMES: Final = frozenset({"when", "once", "after", "before", "until", "till", "while"})
_INVERTED: Final = frozenset({"had", "were", "should"})
# In the present these open what may happen, not what did.
_CASES: Final = frozenset({"when", "whenever", "wherever", "once"})
# A clause that opens so is supposed, not stated.
_CONDITIONS: Final = frozenset(
    {"if", "unless", "whether", "lest", "provided", "assuming", "suppose", "until"}
)


# What such verbs report stands as somebody's claim or as a fact; what one doubts, fears, dreams or
# pretends doesn't.
TELLING: Final = frozenset(
    "said says say told tells added adds wrote writes announced announces reported reports claimed "
    "claims stated states argued argues insisted insists warned warns noted notes explained "
    "explains declared declares tweeted testified concluded recalled confirmed confirms revealed "
    "reveals showed shows shown found finds discovered learned admitted acknowledged knew knows "
    "believes believe thinks think decided ruled agreed means".split()
)
_FALSELY: Final = frozenset({"falsely", "wrongly", "mistakenly", "incorrectly", "baselessly"})
_BARE: Final = ("mark", "nsubj", "aux", "punct", "advmod")
_SENTENCE_ENDS: Final = ".?!;:…\"”’'-–—)"
_HYPHENS: Final = ("-", "‐", "‑")
# Before an "-ing" these tell when or how; others ("without", "from") deny it or leave it open.
_TELLING_PREPOSITIONS: Final = frozenset(
    {"after", "before", "since", "while", "by", "upon", "when"}
)


def all_predicates(doc: Any) -> Iterator[Token]:
    """Yield the verb of every clause, finite or not, that isn't only supposed."""
    for token in doc:
        if _is_part_of_word(token):
            continue
        is_clause = token.dep_ in DEPENDENT and (is_verb(token) or has_subject(token))
        if token.dep_ == "ROOT" or (is_clause and not _is_open(token)):
            yield token


def _is_part_of_word(token: Token) -> bool:
    """Tell whether a word goes on behind a hyphen, or is the hyphen: the "co" of "co-wrote"."""
    if token.text in _HYPHENS:
        return True
    return token.i + 1 < len(token.doc) and not token.whitespace_ and token.nbor().text in _HYPHENS


def sure_predicates(doc: Any) -> Iterator[Token]:
    """Yield the verbs whose subject is sure: finite ones with a subject at hand.

    What a participle belongs to ("..., sparking an evacuation") is often the whole event, and a
    small parser errs on it; left in the clause around it, nothing false is said. There are none
    in a sentence whose parse can't be right.
    """
    if any(_is_misread(token) for token in doc):
        return
    for token in all_predicates(doc):
        if token.dep_ == "ROOT" or (_is_finite(token) and _has_sure_subject(token)):
            yield token


def _is_misread(token: Token) -> bool:
    """Tell whether a parse is wrong here, so that every clause of the sentence is in doubt.

    That is a subject with "'s", a participle in front as the subject, "both" before an "-ing" whose
    other half the parser may hang anywhere, "is" joined with a bare "broken", verbs joined without
    an "and" or with an "or", a verb with two subjects or before its own ("not only did he lie"),
    and a main verb after nothing that ends a sentence.
    """
    if token.lower_ == "both":
        return bool(token.i + 1 < len(token.doc) and token.nbor().tag_ == "VBG")
    if token.dep_ in SUBJECTS:
        return is_fronted(token) or any(child.tag_ == "POS" for child in token.rights)
    if token.dep_ == "ROOT":
        before = token.left_edge.i - 1
        return (before >= 0 and not _ends_sentence(token.doc[before])) or _has_odd_subject(token)
    if token.dep_ != "conj" or has_subject(token) or not (is_verb(token) and is_verb(token.head)):
        return False
    return not _is_joined(token) or _is_alternative(token) or _is_bare_participle(token)


def _has_odd_subject(verb: Token) -> bool:
    """Tell whether a verb has two subjects, or an auxiliary before its subject."""
    subjects = [child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    helpers = [child.i for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    return len(subjects) > 1 or any(helper < min(subjects, default=0) for helper in helpers)


def _is_alternative(verb: Token) -> bool:
    """Tell whether a verb is joined to the one before by "or": cut apart, each would be stated."""
    return any(child.lower_ == "or" and child.i < verb.i for child in verb.head.rights)


def _ends_sentence(token: Token) -> bool:
    return token.is_punct and token.text[-1] in _SENTENCE_ENDS


def _is_joined(verb: Token) -> bool:
    linked = (*verb.children, *verb.head.children)
    return any(child.dep_ == "cc" or child.text == ";" for child in linked)


def _is_bare_participle(verb: Token) -> bool:
    if verb.tag_ != "VBN" or verb.head.tag_ not in ("VBZ", "VBP"):
        return False
    helpers = ("aux", "auxpass")
    return not any(child.dep_ in helpers for one in (verb, verb.head) for child in one.children)


def _is_embedded(verb: Token) -> bool:
    """Tell whether a clause is a question in another ("and how he came") or a comparison."""
    if verb.dep_ in ("conj", "parataxis"):
        return bool(verb.left_edge.tag_.startswith("W"))
    marks = {child.lower_ for child in verb.lefts if child.dep_ == "mark"}
    is_equal = any(child.lower_ == "as" for child in verb.head.lefts)
    if "than" in marks or ("as" in marks and (is_equal or not is_verb(verb.head))):
        return True
    # "As the case shows, ..."
    return "as" in marks and all(child.dep_ in _BARE for child in verb.children)


def _has_sure_subject(verb: Token) -> bool:
    if _is_embedded(verb):
        return False
    if verb.dep_ == "relcl":
        own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
        is_told = not is_restrictive(verb) and bool(own) and own[0].lower_ in _RELATIVE_PRONOUNS
        return is_told and is_surely_of(verb, own[0])
    if verb.dep_ == "conj":
        first = verb.head
        while first.dep_ == "conj":
            first = first.head
        return has_subject(verb) or (first.dep_ == "ROOT" and has_subject(first))
    return verb.dep_ in ("advcl", "parataxis") and has_subject(verb)


def _is_finite(verb: Token) -> bool:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(one.tag_ in FINITE for one in auxiliaries):
        return True
    if verb.dep_ == "conj" and not has_subject(verb) and not auxiliaries:
        return bool(verb.tag_ == verb.head.tag_ or verb.tag_ in FINITE)
    return verb.tag_ in FINITE


def _is_open(verb: Token) -> bool:
    """Tell whether a clause is only supposed, or an aim: "if it rains", "to win"."""
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return True
    to = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    if to and verb.dep_ in ("advcl", "conj", "ccomp"):
        return True
    if verb.dep_ == "conj":
        return is_supposed(verb.head) or _is_denied_before(verb)
    return is_supposed(verb) or _is_left_open(verb)


def _is_left_open(verb: Token) -> bool:
    """Tell whether the words around a clause deny it, doubt it, or say nothing of its truth."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ not in _TELLING_PREPOSITIONS
    if verb.dep_ == "acl":
        return any(child.dep_ == "mark" for child in verb.children)
    if verb.dep_ == "advcl" and _is_reason_of_none(verb):
        return True
    if verb.dep_ in ("advcl", "relcl"):
        return _is_content(verb) or _is_yet_to_come(verb)
    if verb.dep_ != "ccomp":
        return False
    around = list(verb.head.children)
    return verb.head.lower_ not in TELLING or any(
        child.dep_ == "neg" or child.lower_ in _FALSELY for child in around
    )


def _is_reason_of_none(verb: Token) -> bool:
    """Tell whether a clause is why something should not be: "nobody should lose it because"."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ == "mark"}
    above = list(verb.head.children)
    denied = any(child.dep_ == "neg" for child in above)
    modal = any(child.dep_ == "aux" and child.lower_ in _MODALS for child in above)
    return "because" in marks and (denied or modal)


def _is_content(verb: Token) -> bool:
    """Tell whether a clause says what a noun is about: "rumours that he left"."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.lefts)


def _is_yet_to_come(verb: Token) -> bool:
    """Tell whether a clause in the present is the time of what would or will be."""
    links = _links(verb)
    is_present = verb.tag_ in ("VBZ", "VBP") and verb.head.i != verb.i
    return (
        is_present
        and bool(links & _TIMES)
        and any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.head.children)
    )


def is_supposed(verb: Token) -> bool:
    """Tell whether a clause is a condition: "if it rains", "had it rained", "when it might"."""
    if verb.dep_ == "advcl" and (_is_general(verb) or _is_aim(verb)):
        return True
    first = verb.left_edge
    if first.dep_ in ("aux", "auxpass") and first.head == verb and first.lower_ in _INVERTED:
        return bool(verb.dep_ == "advcl")
    return any(
        (child.lower_ in _CONDITIONS and child.dep_ in ("mark", "advmod", "prep"))
        or (child.lower_ in _MODALS and verb.dep_ == "advcl")
        for child in verb.lefts
    )


def _is_general(verb: Token) -> bool:
    """Tell whether a clause is a case of what happens again and again: "when people are ill"."""
    is_present = not _tenses(verb).isdisjoint(("VBZ", "VBP"))
    return bool(_links(verb) & _CASES) and is_present and "VBD" not in _tenses(verb.head)


def _is_aim(verb: Token) -> bool:
    """Tell whether a clause says what something is for: "so people won't be exposed"."""
    return "so" in _links(verb) and any(child.tag_ == "MD" for child in verb.lefts)


def _links(verb: Token) -> set[str]:
    """Return the words that may link a clause to the one around it."""
    return {child.lower_ for child in verb.lefts if child.dep_ in ("mark", "advmod")}


def _tenses(verb: Token) -> set[str]:
    """Return the tags of a verb's auxiliaries, or its own where it has none."""
    helpers = {child.tag_ for child in verb.lefts if child.dep_ in ("aux", "auxpass")}
    return helpers or {verb.tag_}


def _is_denied_before(verb: Token) -> bool:
    """Tell whether a "not" or "nor" before a verb reaches it from outside: cut out, it affirms."""
    before = verb.doc[max(0, verb.left_edge.i - 1)]
    if "nor" in (before.lower_, verb.left_edge.lower_):
        return True
    own = any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children)
    return not own and any(child.dep_ == "neg" for child in verb.head.children)
