"""The clauses of one parsed sentence, each with its subject.

A clause has a verb; its subject is its own, that of the verb before it ("he came and saw"), or the
noun that it hangs on ("Xi, who visited Moscow"). What a noun is called besides ("Kyiv, the
capital"; "actor Harrison Ford"; "Ford (born 1942)") counts as a clause without a verb.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from claimcheck.segment.namings import namings
from claimcheck.segment.phrases import (
    SUBJECTS,
    Grain,
    Phrase,
    Token,
    alternatives,
    combined,
    has_subject,
    is_tied,
    is_verb,
)
from claimcheck.segment.predicates import (
    DEPENDENT,
    TELLING,
    all_predicates,
    is_supposed,
    sure_predicates,
)

# Parts without which a verb says something else or nothing.
_CORE: Final = frozenset(
    {
        "dobj", "dative", "attr", "acomp", "oprd", "xcomp", "ccomp", "agent",
        "prt", "aux", "auxpass", "neg", "expl", "quantmod",
    }
)  # fmt: skip
_OBJECTS: Final = frozenset({"dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "agent", "dative"})
_ADJUNCTS: Final = frozenset({"prep", "npadvmod", "advmod", "advcl", "acl", "dep"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose", "where", "when"})
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "am"})
_SAY: Final = frozenset({"said", "says", "say"})
_PRONOUNS: Final = frozenset({"he", "she", "they", "it"})
_NOUNS: Final = ("NNP", "NN", "NNS", "NNPS")
# Adverbs that tie a sentence to the one before.
_TIES: Final = frozenset({"also", "however", "then", "thus", "instead", "too"})
# What is said of some together can't be said of each.
_TOGETHER: Final = frozenset({"each", "another", "together", "jointly", "mutual", "both", "joint"})
_NEGATIVE: Final = frozenset("no not never longer hardly barely rarely seldom neither nor".split())
_MAX_HOPS: Final = 8


def clauses(doc: Any, grain: Grain) -> list[Phrase]:
    """Return the claims that a parsed sentence makes, as sets of its tokens, without repetition."""
    verbs = all_predicates(doc) if grain.adjuncts else sure_predicates(doc)
    found = [phrase for verb in verbs for phrase in _clause(verb, grain)]
    named = namings(doc, grain) if grain.lists else ()
    return [phrase for phrase in dict.fromkeys((*found, *named)) if phrase]


def _clause(verb: Token, grain: Grain) -> list[Phrase]:
    joint = any(token.lower_ in _TOGETHER for token in verb.subtree)
    subjects, used = _subjects(verb, replace(grain, lists=False) if joint else grain)
    if subjects is None:
        if verb.dep_ != "ROOT" or not (is_verb(verb) or grain.adjuncts):
            return []
        subjects = [frozenset()]
    parts = [child for child in verb.children if child not in used and not _is_link(child, verb)]
    complements = _complements(verb, parts)
    if verb.lower_ in _SAY and not any(part.dep_ in _OBJECTS for part in complements):
        # "After it rained, he said" states nothing: what he said is another clause here.
        return []
    core = _core(verb, parts, complements, grain)
    adjuncts = _adjuncts(verb, parts, complements, grain)
    base = combined(subjects, core)
    if not grain.adjuncts:
        return _with_all(base, adjuncts, grain)
    more = [phrase for adjunct in adjuncts for phrase in combined(base, _adjunct(adjunct, grain))]
    return [*more, *(base if complements or not adjuncts else [])]


def _is_link(child: Token, verb: Token) -> bool:
    """Tell whether a word only links its clause to the one around it."""
    if child.dep_ in SUBJECTS or child.dep_ == "mark":
        return True
    if verb.dep_ == "advcl":
        # "Hours after", "even when": what stands before the link belongs to the other clause.
        marks = [one.i for one in verb.lefts if one.dep_ == "mark"]
        return bool(child.tag_ == "WRB" or child.i < max(marks, default=0))
    return bool(verb.dep_ == "relcl" and child.tag_ in ("WP", "WDT", "WRB"))


def _core(verb: Token, parts: list[Token], complements: list[Token], grain: Grain) -> list[Phrase]:
    core: list[Phrase] = [frozenset([verb, *_shared_auxiliaries(verb, parts)])]
    for part in parts:
        if part.dep_ == "attr" and verb.lower_ in _BE and grain.lists:
            core = combined(core, _by_nationality(alternatives(part, grain)))
        elif _turns(part) or (_is_fronted(part, verb) and not grain.lists):
            core = combined(core, [frozenset(part.subtree)])
        elif part in complements or (part.dep_ in _CORE and not _is_spliced(part, verb)):
            inner = part.dep_ in ("ccomp", "xcomp")
            core = combined(core, alternatives(part, grain, clauses=inner))
        elif _is_short_adverb(part) and part.i <= verb.i + 1 and part.lower_ not in _TIES:
            core = combined(core, [frozenset([part])])
    return core


def _is_fronted(part: Token, verb: Token) -> bool:
    """Tell whether what is said stands before who says it: "A and B, he said" can't be cut."""
    return part.dep_ == "ccomp" and part.i < verb.i and not _is_spliced(part, verb)


def _turns(part: Token) -> bool:
    """Tell whether a clause without this part would say another thing: "if", "no longer"."""
    if part.dep_ == "advcl":
        return is_supposed(part)
    first = part.doc[part.left_edge.i : part.left_edge.i + 3]
    return part.dep_ in _ADJUNCTS and any(token.lower_ in _NEGATIVE for token in first)


def _complements(verb: Token, parts: list[Token]) -> list[Token]:
    """Return the objects of a verb, or the preposition that stands for one ("moved to")."""
    objects = [part for part in parts if part.dep_ in _OBJECTS and not _is_spliced(part, verb)]
    if objects:
        return objects
    near = (
        part
        for part in parts
        if part.dep_ == "prep" and part.i > verb.i and part.left_edge.i <= verb.i + 2
    )
    first = next(near, None)
    return [] if first is None else [first]


def _adjuncts(
    verb: Token, parts: list[Token], complements: list[Token], grain: Grain
) -> list[Token]:
    return [
        part
        for part in parts
        if part.dep_ in _ADJUNCTS
        and part not in complements
        and not _turns(part)
        and not (_is_short_adverb(part) and (part.i <= verb.i + 1 or part.lower_ in _TIES))
        and not _is_aside(part)
        and (part.dep_ not in ("advcl", "acl") or is_tied(part) or not grain.adjuncts)
    ]


def _is_aside(part: Token) -> bool:
    """Tell whether a phrase says nothing of the matter: "for example"."""
    return [token.lower_ for token in part.subtree] in (["for", "example"], ["for", "instance"])


def _is_short_adverb(part: Token) -> bool:
    return bool(part.dep_ == "advmod" and part.left_edge.i == part.right_edge.i)


def _is_spliced(part: Token, verb: Token) -> bool:
    """Tell whether a whole sentence stands before another with a comma between, unquoted."""
    return (
        part.dep_ == "ccomp"
        and part.i < verb.i
        and has_subject(part)
        and verb.lower_ not in TELLING
    )


def _adjunct(adjunct: Token, grain: Grain) -> list[Phrase]:
    return alternatives(adjunct, grain, clauses=adjunct.dep_ == "advcl")


def _with_all(base: list[Phrase], adjuncts: list[Token], grain: Grain) -> list[Phrase]:
    for adjunct in adjuncts:
        base = combined(base, _adjunct(adjunct, grain))
    return base


def _shared_auxiliaries(verb: Token, parts: list[Token]) -> list[Token]:
    """Return the auxiliaries that a verb shares with the one before: "was arrested and fined"."""
    auxiliaries = ("aux", "auxpass")
    if verb.dep_ != "conj" or has_subject(verb) or any(part.dep_ in auxiliaries for part in parts):
        return []
    shared = [child for child in verb.head.children if child.dep_ in auxiliaries]
    if any(child.tag_ == "MD" for child in shared) and verb.tag_ != "VBD":
        return shared
    return shared if verb.tag_ == verb.head.tag_ and verb.tag_ in ("VB", "VBN", "VBG") else []


def _by_nationality(phrases: list[Phrase]) -> list[Phrase]:
    """Split "an American actor": "an American", "an actor"."""
    split: list[Phrase] = []
    for phrase in phrases:
        named = [
            token
            for token in phrase
            if token.dep_ == "amod" and token.tag_ == "JJ" and token.text[0].isupper()
        ]
        if named:
            nation = min(named, key=lambda token: token.i)
            articles = {one for one in nation.head.children if one.dep_ == "det" and one in phrase}
            split += [frozenset({nation, *articles}), phrase - {nation}]
        else:
            split.append(phrase)
    return split


def _subjects(verb: Token, grain: Grain) -> tuple[list[Phrase] | None, set[Token]]:
    """Return the phrases that a clause speaks of, and the words of it that are used up."""
    own = {child for child in verb.children if child.dep_ in SUBJECTS}
    if verb.dep_ in ("relcl", "acl"):
        return _subjects_of_noun_clause(verb, own, grain), own
    if verb.dep_ == "conj" and not has_subject(verb) and is_verb(verb.head):
        return _subjects(verb.head, grain)[0], own
    subject, owner = _subject(verb)
    if subject is None:
        return None, own
    if subject.lower_ in _RELATIVE and subject.tag_.startswith("W"):
        of_noun = owner.dep_ in ("relcl", "acl")
        return (_subjects(owner, grain)[0] if of_noun else None), {subject}
    named = _named(subject, verb) if grain.adjuncts else subject
    return alternatives(named, grain), {subject}


def _subjects_of_noun_clause(verb: Token, own: set[Token], grain: Grain) -> list[Phrase] | None:
    spoken_of = [one for one in own if one.lower_ not in _RELATIVE]
    if spoken_of and verb.head.dep_ == "attr":
        return alternatives(spoken_of[0], grain)
    # "Ann Lee, who won, or Bo Orr": what follows the clause belongs to the one around it.
    last = verb.right_edge.i
    antecedents = [
        frozenset(token for token in phrase if token.i <= last)
        for phrase in _antecedents(verb.head, grain)
    ]
    return combined(antecedents, alternatives(spoken_of[0], grain)) if spoken_of else antecedents


def _antecedents(noun: Token, grain: Grain) -> list[Phrase]:
    """Return what a clause on a noun speaks of: the subject, where the noun says what that is."""
    inner = noun
    while inner.dep_ in ("pobj", "prep", "conj", "appos", "compound", "nmod"):
        inner = inner.head
    if inner.dep_ == "attr" and inner.head.lower_ in _BE and noun.i - inner.i <= _MAX_HOPS:
        subjects, _ = _subjects(inner.head, grain)
        if subjects:
            return subjects
    return [phrase for phrase in alternatives(noun, grain) if noun in phrase][:2]


def _subject(verb: Token, hops: int = 0) -> tuple[Token | None, Token]:
    """Return the subject of a verb and the verb that it stands with."""
    for kind in (SUBJECTS, {"expl"}):
        found = next((child for child in verb.children if child.dep_ in kind), None)
        if found is not None:
            return found, verb
    if hops == _MAX_HOPS or verb.dep_ not in DEPENDENT | {"xcomp", "prep", "dep"}:
        return None, verb
    head = verb.head
    while head.dep_ in ("prep", "acomp", "pobj"):
        head = head.head
    return _subject(head, hops + 1) if is_verb(head) else (None, verb)


def _named(subject: Token, verb: Token) -> Token:
    """Return the noun that a pronoun in a clause of the same sentence stands for, or itself."""
    if subject.lower_ not in _PRONOUNS or verb.dep_ not in ("advcl", "conj"):
        return subject
    other, _ = _subject(verb.head) if is_verb(verb.head) else (subject, verb)
    is_one = subject.lower_ == "they" and other is not None and other.tag_ == "NN"
    return subject if other is None or other.tag_ not in _NOUNS or is_one else other
