"""What is said: the complements of a reporting verb that are its content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.attribution.drafts import subtrees
from claimcheck.annotate.attribution.reporting import DOCUMENTS, EVIDENT, Frame, Report
from claimcheck.annotate.attribution.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    # The tokens of a content, and the prepositions before it that belong to the cue.
    Content = tuple[list[Token], list[Token]]

_ASIDES: Final = frozenset(("relcl", "appos"))
_LINKS: Final = frozenset(("ccomp", "parataxis"))
_NAMED: Final = frozenset(("dobj", "oprd", "ccomp", "xcomp", "attr", "acomp", "dative"))
_NAMED_BY: Final = frozenset("as of for with on to".split())


def content_of(verb: Token, report: Report, children: Sequence[Token], *, passive: bool) -> Content:
    """Return the content of a reporting verb by the first frame of `report` that fits.

    Both parts are empty where none fits: the content is then a quotation beside the verb, or
    there is no attribution.
    """
    after = [child for child in children if child.i > verb.i]
    if Frame.PHRASAL in report.frame and not _has_particle(report, after):
        return [], []
    for frame, read in _READERS:
        if report.frame & frame:
            content, prepositions = read(verb, report, children, passive)
            if content:
                return content, prepositions
    return [], []


def passive_subject(report: Report, children: Sequence[Token], first: Token) -> list[Token]:
    """Return the subject of "is said to", "is accused of": it belongs to what is reported.

    `first` is the first token of the content; before "that" the subject is who was told.
    """
    if report.frame & Frame.HEARER or first.dep_ == "mark":
        return []
    return subtrees(
        child
        for child in children
        if child.dep_ in ("nsubjpass", "nsubj") and child.lower_ not in ("it", "what")
    )


def is_infinitive(children: Iterable[Token]) -> bool:
    """Tell whether a verb with these children follows "to"."""
    return any(child.tag_ == "TO" for child in children)


def has(children: Iterable[Token], dependency: str) -> bool:
    """Tell whether one of the children is tied by `dependency`."""
    return any(child.dep_ == dependency for child in children)


def _has_particle(report: Report, after: Sequence[Token]) -> bool:
    return any(
        child.dep_ in ("prt", "prep", "advmod") and child.lower_ in report.prepositions
        for child in after
    )


def _clause(verb: Token, _report: Report, children: Sequence[Token], passive: bool) -> Content:
    clauses = [child for child in children if child.dep_ in _LINKS and _is_clause(child, verb)]
    if passive and not clauses:
        # "is said to have left"
        clauses = [child for child in children if child.dep_ == "xcomp"]
    if not clauses:
        return _interrupted(verb, children), []
    return [token for head in clauses for token in _told(head, verb)], []


def _told(clause: Token, verb: Token) -> list[Token]:
    """Return a clause without what the reporter says before and after it.

    That is a setting in front of the source ("In May, Orr said, it rained"), and at the end an
    aside after a comma (", which nobody believes").
    """
    first, last = clause.left_edge.i, clause.right_edge.i
    if first < verb.i < clause.i and not any(
        child.i < verb.i and (child.dep_ in SUBJECTS or child.dep_ == "dobj")
        for child in clause.children
    ):
        first = verb.i + 1
    doc = clause.doc
    for token in doc[clause.i + 1 : last + 1]:
        is_aside = token.dep_ in _ASIDES and token.right_edge.i == last
        if is_aside and doc[token.left_edge.i - 1].text == ",":
            last = token.left_edge.i - 2
            break
    return list(doc[first : last + 1])


def _is_clause(child: Token, verb: Token) -> bool:
    if child.i < verb.i or child.tag_[0] in "VM":
        return True
    return any(one.dep_ in SUBJECTS for one in child.children)


def _interrupted(verb: Token, children: Sequence[Token]) -> list[Token]:
    """Return the clause that "X says" stands in the middle or at the end of."""
    if verb.dep_ not in ("parataxis", "dep") or not any(c.dep_ in SUBJECTS for c in children):
        return []
    own = range(verb.left_edge.i, verb.right_edge.i + 1)
    return [token for token in verb.head.subtree if token.i not in own]


def _action(verb: Token, report: Report, children: Sequence[Token], _passive: bool) -> Content:
    after = [child for child in children if child.i > verb.i]
    action = [child for child in after if child.dep_ in ("xcomp", "ccomp")]
    if not action:
        return [], []
    before = [child for child in after if child.i < action[0].i]
    asked = [child for child in before if child.dep_ in ("dobj", "dative")]
    by = [
        child for child in before if child.i == verb.i + 1 and child.lower_ in report.prepositions
    ]
    asked.extend(one for child in by for one in child.children if one.dep_ == "pobj")
    return subtrees([*asked, *action]), by


def _naming(verb: Token, report: Report, children: Sequence[Token], passive: bool) -> Content:
    named = [
        child
        for child in children
        if child.i > verb.i and _is_part_of_name(child) and not is_infinitive(child.children)
    ]
    if not named or (_is_label(verb) and all(child.dep_ == "oprd" for child in named)):
        return [], []
    if len(named) > 1 and named[0].lower_ in report.prepositions:
        objects = [one for one in named[0].children if one.dep_ == "pobj"]
        return subtrees([*objects, *named[1:]]), named[:1]
    if len(named) == 1 and named[0].lower_ in report.prepositions:
        return [], []
    if passive:
        telling = any(child.dep_ != "prep" or child.lower_ in ("as", "of") for child in named)
    else:
        telling = len(named) > 1 or Frame.OBJECT in report.frame
    return (subtrees(named) if telling else []), []


def _is_part_of_name(child: Token) -> bool:
    return child.dep_ in _NAMED or (child.dep_ == "prep" and child.lower_ in _NAMED_BY)


def _is_label(verb: Token) -> bool:
    """Tell whether the verb only gives a name: "a group called Peace"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def _finding(verb: Token, report: Report, children: Sequence[Token], _passive: bool) -> Content:
    """Read "the poll shows Clinton with a lead"."""
    speaks = report.base in EVIDENT and any(
        child.dep_ == "nsubj" and child.lower_ in DOCUMENTS for child in children
    )
    return (list(verb.doc[verb.i + 1 : verb.right_edge.i + 1]) if speaks else []), []


def _topic(verb: Token, report: Report, children: Sequence[Token], _passive: bool) -> Content:
    """Read "called for a vote"."""
    for child in children:
        if child.i > verb.i and child.dep_ == "prep" and child.lower_ in report.prepositions:
            objects = [one for one in child.children if one.dep_ in ("pobj", "pcomp")]
            if objects:
                return subtrees(objects), [child]
    return [], []


def _object(verb: Token, _report: Report, children: Sequence[Token], passive: bool) -> Content:
    if not passive:
        objects = (one for one in children if one.dep_ == "dobj" and one.i > verb.i)
    elif has(children, "agent"):
        objects = (one for one in children if one.dep_ == "nsubjpass")
    else:
        return [], []
    return subtrees(objects), []


_ALL: Final = ~Frame.QUOTE
# In the order in which they are tried.
_READERS: Final = (
    (Frame.CLAUSE | Frame.HEARER, _clause),
    (Frame.ACTION, _action),
    (Frame.NAMING, _naming),
    (_ALL, _finding),
    (_ALL, _topic),
    (Frame.OBJECT, _object),
)
