"""Whether a predicate that is denied and one that is stated say the same of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.annotate.lexicon import Pos, lemma
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.denials.subjects import MIN_TURNED, Subjects, subjects_of
from claimcheck.compare.predicates import (
    ANYBODY,
    AUXILIARIES,
    Predicate,
    names_the_same,
    stems_below,
    stems_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_same(
    denied: Predicate, stated: Predicate, denying: Analysis, stating: Analysis
) -> bool | None:
    """Tell whether two predicates surely say the same of one; None where they don't.

    Not sure is what is said of one and the same, in other words.
    """
    subjects = subjects_of(denied, stated, denying, stating)
    if (
        denied.mood is not stated.mood
        or (denied.rest & _SINGLING) - stated.rest
        or subjects is Subjects.TWO
        or _are_fewer(denied, denying, stating)
        or _is_in_part(denied, stated)
        or _is_of_another_sort(denied, stated, denying, stating)
        or _is_of_other_thing(denied, stated)
        or _is_of_other_names(denied, stated)
    ):
        return None
    # Something besides the predicate has to tie the two.
    is_other = _have_other_objects(denied, stated)
    is_tied = bool(denied.rest & stated.rest) and not is_other
    if is_tied or subjects is Subjects.TURNED:
        return not (
            _are_of_other_times(denied, stated)
            or _is_for_some(denied, stated, denying)
            or _is_of_more(denied, denying, stating)
        )
    is_one = subjects is Subjects.ONE
    # What "it" is isn't known.
    if (denied.rest and stated.rest) or any(_takes_it(one.head) for one in (denied, stated)):
        return False if is_one else None
    is_nobody = denied.about is not None and denied.about.lower_ in _NOBODY
    return True if is_one or is_nobody else None


# "Not the first" says less than "not".
_SINGLING: Final = frozenset(("first", "last", "best", "biggest", "largest", "latest"))
_NOBODY: Final = frozenset(("nobody", "none", "one", "no-one"))


def _is_of_another_sort(
    denied: Predicate, stated: Predicate, denying: Analysis, stating: Analysis
) -> bool:
    """Tell whether a noun that is denied is narrower than the one that is stated.

    "No missile test" denies no "test of his skill", and who "is no agent" can sell to agents.
    """
    noun = denied.head
    if noun.tag_[:1] != "N":
        return False
    if noun.dep_ == "attr" and not any(one.dep_ == "expl" for one in noun.head.children):
        other = stated.head
        is_said = other.dep_ in ("attr", "appos", "oprd") or other.head.lower_ == "as"
        if other.tag_[:1] == "N" and not is_said:
            return True
    sort = stems_of(denying, [one for one in noun.lefts if one.dep_ in ("amod", "compound")])
    if sort and sort.isdisjoint(stating.profile.stems):
        return True
    # "No emergency that warrants a wall" leaves room for another one.
    which = stems_below(denying, (one for one in noun.rights if one.dep_ == "relcl"))
    if which and which.isdisjoint(stated.rest):
        return True
    # "Collusion" may be denied of one campaign and told of another.
    named = [one for one in stated.head.lefts if one.dep_ == "compound" and one.tag_ == "NNP"]
    return not stems_of(stating, named) <= denying.profile.stems


def _are_fewer(denied: Predicate, denying: Analysis, stating: Analysis) -> bool:
    """Tell whether those of whom none did it are fewer: "no House Democrats" of all Democrats."""
    about = denied.about
    if about is None or all(one.lower_ != "no" for one in about.lefts):
        return False
    told = stems_of(denying, [one for one in about.lefts if one.dep_ in ("amod", "compound")])
    return not told <= stating.profile.stems


def _takes_it(verb: Token) -> bool:
    return any(one.dep_ in _OBJECTS and one.lower_ in _IT for one in verb.rights) or any(
        one.lower_ in _IT for child in verb.rights if child.dep_ == "prep" for one in child.rights
    )


_IT: Final = frozenset(("it", "that", "them", "there", "this"))
_OBJECTS: Final = ("dobj", "advmod")


def _is_of_other_thing(denied: Predicate, stated: Predicate) -> bool:
    """Tell whether a verb that says little by itself lacks a common object: "have a plan"."""
    if denied.head.tag_[:1] == "V" and lemma(denied.head.lower_, Pos.VERB) in _LIGHT:
        clauses = _takes_clause(denied) and _takes_clause(stated)
        if clauses and len(denied.rest & stated.rest) >= MIN_TURNED:
            return False
        return _have_other_objects(denied, stated) is not False
    mine, rival = _objects(denied.head).get(""), _objects(stated.head).get("")
    if mine is None or rival is None:
        return False
    return mine.tag_ == rival.tag_ == "NNP" and not names_the_same(mine, rival)


def _is_of_other_names(denied: Predicate, stated: Predicate) -> bool:
    """Tell whether nouns are of two: "questions about Lind's health", "about Brandt's"."""
    if denied.head.tag_[:1] != "N" or stated.head.tag_[:1] != "N":
        return False
    mine, rival = _named_below(denied.head), _named_below(stated.head)
    return bool(mine and rival) and mine.isdisjoint(rival)


def _named_below(noun: Token) -> set[str]:
    return {
        one.lower_
        for phrase in noun.rights
        if phrase.dep_ == "prep"
        for one in phrase.subtree
        if one.tag_ == "NNP"
    }


def _have_other_objects(denied: Predicate, stated: Predicate) -> bool | None:
    """Tell whether two verbs take two things in one place: "asked about a bill", "about a memo".

    None where they have no place in common.
    """
    mine, rival = _objects(denied.head), _objects(stated.head)
    if "" in mine and "" not in rival and _takes_clause(stated) and not _takes_clause(denied):
        return True
    places = mine.keys() & rival.keys()
    if not places:
        return None
    return not any(
        names_the_same(mine[place], rival[place])
        or not ANYBODY.isdisjoint((mine[place].lower_, rival[place].lower_))
        for place in places
    )


# Such verbs say next to nothing without their object.
_LIGHT: Final = frozenset(
    "appear argue become believe claim do get give go have keep know look make put remain say seem "
    "suggest take tell think want".split()
)


def _is_of_more(denied: Predicate, denying: Analysis, stating: Analysis) -> bool:
    """Tell whether the object of a denial is told more closely than the other side knows of.

    Who "proposed no checks for ammunition" may have proposed checks for arms.
    """
    taken = [one for one in denied.head.rights if one.dep_ == "dobj"]
    closer = [
        one
        for word in taken
        for phrase in word.rights
        if phrase.dep_ == "prep"
        for one in phrase.rights
        if one.dep_ == "pobj"
    ]
    named = stems_of(denying, closer)
    return bool(named) and named.isdisjoint(token.stem for token in stating.tokens)


def _takes_clause(one: Predicate) -> bool:
    return any(child.dep_ in ("ccomp", "xcomp") for child in one.head.rights)


def _objects(verb: Token) -> dict[str, Token]:
    """Return the object of a verb and those of its prepositions, by the preposition."""
    found: dict[str, Token] = {}
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative", "attr", "acomp", "oprd"):
            found[""] = child
        elif child.dep_ == "prep":
            found.update((child.lower_, one) for one in child.rights if one.dep_ == "pobj")
    return found


def _are_of_other_times(denied: Predicate, stated: Predicate) -> bool:
    """Tell whether one is said of the present and the other of the past."""
    times = [_is_past(one.head) for one in (denied, stated)]
    return None not in times and times[0] is not times[1]


def _is_past(head: Token) -> bool | None:
    """Tell whether a verb is in the past or the perfect; None for what has no tense."""
    verb = head.head if head.dep_ in ("attr", "acomp") else head
    tags = [child for child in verb.lefts if child.dep_ in AUXILIARIES] or [verb]
    first = tags[0]
    if first.tag_ == "VBD" or first.lower_ in ("has", "have", "'ve", "’ve", "had"):
        return True
    return False if first.tag_ in ("VBZ", "VBP") else None


def _is_for_some(denied: Predicate, stated: Predicate, denying: Analysis) -> bool:
    """Tell whether what is stated is so for some only, whom the denial doesn't speak of."""
    named = {token.stem for token in denying.tokens if token.is_content}
    taken = [stated.head, *(one for one in stated.head.rights if one.dep_ == "dobj")]
    own = [one for one in denied.head.subtree if one.lower_ == "for"]
    some = [one for word in taken for one in word.rights if one.lower_ == "for"]
    return (
        bool(some)
        and not own
        and all({word.lower_ for word in one.subtree}.isdisjoint(named) for one in some)
    )


def _is_in_part(denied: Predicate, stated: Predicate) -> bool:
    """Tell whether both can hold: "most did not" and "many did", "not at once" and "did"."""
    counted = [
        one.about is not None and any(child.lower_ in _SOME for child in one.about.children)
        for one in (denied, stated)
    ]
    if any(one.lower_ == "only" for one in stated.head.subtree):
        return True
    below = [*denied.head.children, *denied.head.head.lefts]
    taken = (child for child in denied.head.rights if child.dep_ == "dobj")
    is_all = any(_ALL.intersection({one.lower_, *(w.lower_ for w in one.lefts)}) for one in taken)
    return all(counted) or is_all or any(child.lower_ in _IN_PART for child in below)


_SOME: Final = frozenset("few many most several some".split())
_IN_PART: Final = frozenset(
    "always directly enough entirely exclusively explicitly fully immediately initially "
    "necessarily originally solely specifically".split()
)
_ALL: Final = frozenset("all every everybody everyone everything".split())
