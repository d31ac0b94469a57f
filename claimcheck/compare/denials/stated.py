"""Where a claim states a predicate as a fact, neither denied nor supposed, wished or only named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.lexicon import Pos, lemma
from claimcheck.compare.alignment import covering
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.denials.denied import (
    DENYING,
    OF_CONTENT,
    SAYING_NO,
    is_conditional,
    is_in_scope,
)
from claimcheck.compare.predicates import (
    MAX_HOPS,
    Mood,
    Predicate,
    is_asserted,
    mood_of,
    names_the_same,
    predicate_of,
)
from claimcheck.datatypes import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is done to an act that then doesn't take place, or not yet.
_STOPPING: Final = frozenset(
    "ban block cancel defer delay end halt postpone prevent prohibit stop suspend".split()
)
# A verb under one of these does not happen yet, or not at all.
_IRREALIS: Final = frozenset(
    "agree ask attempt call decline demand expect fail hope intend need offer order plan pledge "
    "prepare promise push refuse seek threaten try urge vow want".split()
)


def stated_in(claim: Analysis, denied: Predicate) -> Iterator[Predicate]:
    """Yield the predicates of a claim that say what is denied, but are not denied themselves."""
    negated = [one.cue for one in claim.modality.negations]
    for token in claim.doc:
        if not names_the_same(token, denied.head) or not is_asserted(token):
            continue
        above = (token.head,) if token.dep_ in _UNDER_VERB else ()
        is_denied = any(_has_cue(one, negated) or _has_not(one) for one in (token, *above))
        if is_denied or is_in_scope(claim, token.idx) or _is_supposed(token, negated):
            continue
        is_noun = token.tag_[:1] == "N" or token.dep_ == "dobj"
        if is_noun and (_is_told_by_the_way(token) or _is_only_named(token, claim)):
            continue
        yield predicate_of(token, claim)


def _is_told_by_the_way(noun: Token) -> bool:
    """Tell whether a noun stands where nothing is stated of it.

    That is in a clause that is a subject ("raising such claims is wrong"), in who says it
    ("according to the findings"), and behind another noun ("questions about the payments").
    """
    above = noun.head
    is_topic = above.lower_ in ("about", "on", "regarding", "over") and above.head.tag_[:1] == "N"
    is_risk = above.dep_ == "prep" and lemma(above.head.lower_, Pos.NOUN) in _MAYBE
    is_matter = lemma(above.lower_, Pos.VERB) in ("involve", "concern", "regard")
    return (
        is_risk
        or is_matter
        or (is_topic and above.head.lower_ not in OF_CONTENT)
        or any(
            one.dep_ in ("csubj", "csubjpass") or one.lower_ == "according"
            for one in noun.ancestors
        )
    )


# There may be none of what these are of.
_MAYBE: Final = frozenset(
    "accusation allegation chance charge close danger fear liability likelihood possibility "
    "prospect risk suspicion threat".split()
)


def _is_only_named(noun: Token, claim: Analysis) -> bool:
    """Tell whether a noun is a word that is talked of ("quid pro quo" was the phrase), or a sort.

    That there was a warrant isn't said by "warrant renewals", but "an interference effort" is one.
    """
    if noun.dep_ == "compound":
        return lemma(noun.head.lower_, Pos.NOUN) not in _DOING
    before = claim.text[: noun.left_edge.idx][-1:]
    after = claim.text[noun.idx + len(noun) :][:1]
    return noun.dep_ == "nsubj" and bool(before) and before in _OPENING and after in _CLOSING


_DOING: Final = frozenset(
    "activity attempt campaign drive effort operation plot push scheme".split()
)
_OPENING: Final = frozenset("\"“‘'")
_CLOSING: Final = frozenset("\"”’'")


def _has_not(verb: Token) -> bool:
    """Tell whether a verb has a "not" that is no denial of it: "couldn't just open a case"."""
    return any(child.dep_ == "neg" for child in verb.children)


def _has_cue(verb: Token, negated: Sequence[Span]) -> bool:
    """Tell whether a word is denied by what hangs on it: "not found", "found no proof"."""
    below = [verb, *verb.children]
    below += [one for child in verb.children if child.dep_ in _ARGUMENTS for one in child.children]
    # "No more licences were issued."
    below += [one for child in below if child.lower_ == "more" for one in child.lefts]
    return any(Span(one.idx, one.idx + len(one)).overlaps(cue) for one in below for cue in negated)


_UNDER_VERB: Final = ("attr", "acomp", "xcomp", "dobj", "nsubj", "nsubjpass")
_ARGUMENTS: Final = ("nsubj", "nsubjpass", "dobj", "attr", "prep", "agent", "oprd")


def _is_supposed(token: Token, negated: Sequence[Span]) -> bool:
    """Tell whether a word stands under a condition, a denial, a doubt, or what is only wanted."""
    may_be = (
        token.dep_ == "nsubj" and token.tag_[:1] == "N" and mood_of(token.head) is Mood.POSSIBILITY
    )
    if may_be or any(child.lower_ in _DOUBTED for child in token.lefts):
        return True
    one = token
    for _ in range(MAX_HOPS):
        if is_conditional(one) or (one is not token and _is_negated(one, negated)):
            return True
        if one.head == one:
            return False
        if _is_wished(one) or _keeps_from(one.head, one) or _is_refuted(one.head, negated):
            return True
        if one.head.lower_ in _WISHES or any(child.lower_ in _SCANT for child in one.lefts):
            return True
        one = one.head
    return False


def _is_refuted(noun: Token, negated: Sequence[Span]) -> bool:
    """Tell whether what is reported is said not to be so: "reports that he quit aren't true"."""
    if lemma(noun.lower_, Pos.NOUN) not in _REPORTS or noun.dep_ != "nsubj":
        return False
    after = Span(noun.right_edge.idx, noun.head.right_edge.idx)
    return any(after.overlaps(cue) for cue in negated)


def _keeps_from(above: Token, below: Token) -> bool:
    """Tell whether a verb says that what hangs on it is not, or not yet: "refused to", "halted"."""
    verb = lemma(above.lower_, Pos.VERB)
    if below.dep_ in ("xcomp", "ccomp") and (above.lower_ in DENYING or verb in _IRREALIS):
        return True
    return above.lower_ in SAYING_NO or (below.dep_ == "dobj" and verb in _STOPPING)


def _is_wished(verb: Token) -> bool:
    """Tell whether a clause follows a wish, wherever the parser hung it: "her demand that"."""
    marks = (child for child in verb.lefts if child.dep_ == "mark" and child.i)
    return any(mark.nbor(-1).lower_ in _WISHES for mark in marks)


def _is_negated(verb: Token, negated: Sequence[Span]) -> bool:
    """Tell whether a verb above is denied itself: "cannot prove that", "nobody should have to"."""
    own = [child for child in verb.children if child.dep_ in ("neg", "aux", "preconj", "nsubj")]
    near = [*own, *(one for child in own if child.dep_ == "nsubj" for one in child.lefts)]
    spans = [Span(one.idx, one.idx + len(one)) for one in near]
    return any(span.overlaps(cue) for span in spans for cue in negated)


_REPORTS: Final = frozenset(
    "accusation allegation charge claim news report rumor rumour story".split()
)
# What hangs on one of these isn't so yet; there may be none of what hangs on "scant evidence".
_WISHES: Final = frozenset(
    "call demand desire hope insistence plea plan proposal request suggestion threat wish".split()
)
_SCANT: Final = frozenset(("little", "scant", "no", "scarce"))
# A thing called so may not be one.
_DOUBTED: Final = frozenset("alleged fake false possible potential purported supposed".split())


def all_of_it(denied: Predicate, denying: Analysis, stating: Analysis) -> Span | None:
    """Return what "this never happened", said of something, denies as a whole."""
    about = denied.about.lower_ if denied.about is not None else ""
    is_fact = denied.mood is Mood.FACT and denied.head.lower_ in _AT_ALL
    if not is_fact or about not in ("this", "that", "it"):
        return None
    named = denying.profile.stems
    said = [
        token
        for token in stating.tokens
        if token.is_content and token.stem in named and not is_in_scope(stating, token.span.start)
    ]
    if len({token.stem for token in said}) < _MIN_OF_IT:
        return None
    places = {token.span.start for token in said}
    told = any(_is_told(token) for token in stating.doc if token.idx in places)
    return covering(said) if told else None


def _is_told(token: Token) -> bool:
    """Tell whether a word says that something was done: "assaulted", "alleges an assault"."""
    if token.tag_[:1] == "V":
        return lemma(token.lower_, Pos.VERB) not in _SPEAKING
    return token.dep_ == "dobj" and lemma(token.head.lower_, Pos.VERB) in _ALLEGING


# "That wasn't true" is mostly said of the reasons that somebody gave.
UNTRUE: Final = frozenset(("true", "accurate", "correct"))
_ALLEGING: Final = frozenset("accuse allege claim describe recount report".split())
_SPEAKING: Final = frozenset("accuse allege claim deny issue release say tell".split())
_AT_ALL: Final = frozenset("happen happened occur occurred true accurate correct".split())
# So many of the words that name it have to stand on the other side.
_MIN_OF_IT: Final = 3
