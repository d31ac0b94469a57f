"""Whether two figures may be of one count, or are of two people, parties, polls, wholes, cases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.annotate.lexicon import Pos, lemma
from claimcheck.annotate.quantities import Kind, Quantity
from claimcheck.annotate.references.names import SAYING
from claimcheck.annotate.references.naming import Mention
from claimcheck.compare.analysis import Analysis
from claimcheck.compare.cues import is_hypothetical
from claimcheck.compare.figures import is_same_figure
from claimcheck.compare.naming import are_one
from claimcheck.compare.predicates import governor, names_the_same, stems_below, subject_of
from claimcheck.compare.profile import is_near_copy
from claimcheck.datatypes import Difference, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_RANKS: Final = {Kind.ORDINAL, Kind.RANK}
_TWO: Final = 2
# Words on either side of an age among which a name is whose age it is.
_BESIDE: Final = 3
# Words behind a figure among which a name is of whom so many are counted.
_BEHIND: Final = 2
# Characters: as long as the longest of the words that follow.
_BEFORE: Final = 11
_BESIDES: Final = re.compile(r"\b(?:others?|additional|remaining)\b", re.IGNORECASE)
# A name with a capital, joined to what follows.
_AND: Final = re.compile(r"\b[A-Z][\w.'’-]*,? and $")
_POLLSTER: Final = re.compile(
    r"\b([A-Z][\w./&-]+)(?: [A-Z][\w./&-]+)*(?: [a-z]+)? (?:poll|survey)\b"
)
_THRESHOLD: Final = re.compile(r"[- ](?:vote )?(?:barrier|mark|threshold|minimum|hurdle|quorum)\b")
_NEEDING: Final = frozenset(("need", "require"))
_AVERAGE: Final = re.compile(r"\b(?:average[ds]?|averaging|median)\b", re.IGNORECASE)
# How many words name a whole.
_WHOLE: Final = 4
_MARGIN: Final = re.compile(r"\b(?:sampling|margin of) error\b", re.IGNORECASE)
_FORECAST: Final = re.compile(
    r"\b(?:polls?|polling|forecasts?|project(?:ed|ions?)|predict(?:ed|s|ions?)|expect(?:ed|s))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure where it stands in a claim."""

    claim: Analysis
    span: Span

    @property
    def text(self) -> str:
        return self.claim.text

    @property
    def quantity(self) -> Quantity | None:
        return next((one for one in self.claim.quantities if one.span == self.span), None)

    @property
    def kind(self) -> Kind | None:
        return self.quantity.kind if self.quantity is not None else None

    @property
    def verb(self) -> Token | None:
        return governor(self.claim, self.span)


def may_be_of_one_count(difference: Difference, ours: Analysis, theirs: Analysis) -> bool:
    """Tell whether two figures may be of one count.

    They aren't where one is a forecast, a mean, supposed, to be reached or what was before, where
    one is of the rest only, and where they belong to two people, parties, polls or wholes.
    """
    if difference.in_claim is None or difference.in_evidence is None:
        return True
    mine, rival = _Figure(ours, difference.in_claim), _Figure(theirs, difference.in_evidence)
    marks = (_is_besides, _is_start, _is_threshold, _is_forecast, _is_average)
    if any(mark(mine) is not mark(rival) for mark in marks):
        return False
    is_other = (
        _is_moved(mine, rival.claim)
        or _is_moved(rival, mine.claim)
        or _is_one_more(mine, rival)
        or _is_one_more(rival, mine)
        or _are_of_two(_wholes(mine), _wholes(rival))
        or _are_of_two(_pollsters(mine), _pollsters(rival))
        or _are_of_two(_counted(mine), _counted(rival))
        or (_is_margin(mine) and _is_margin(rival))
        or not _are_of_one_person(mine, rival)
    )
    # Near copies set their figures into one sentence.
    return not is_other and (
        is_near_copy(ours.profile, theirs.profile)
        or not (
            _is_supposed(mine)
            or _is_supposed(rival)
            or _are_of_two_owners(mine, rival)
            or _are_shares_of_two(mine, rival)
        )
    )


def _is_margin(figure: _Figure) -> bool:
    """Tell whether a claim tells a margin of error; every poll has its own."""
    return _MARGIN.search(figure.text) is not None


def _are_of_two(mine: set[str], rival: set[str]) -> bool:
    return bool(mine) and bool(rival) and mine.isdisjoint(rival)


def _is_moved(figure: _Figure, other: Analysis) -> bool:
    """Tell whether the other claim has a figure as often, at another place."""
    if figure.quantity is None:
        return False
    times = [
        sum(is_same_figure(figure.quantity, one) for one in claim.quantities)
        for claim in (figure.claim, other)
    ]
    return times[0] <= times[1]


def _is_besides(figure: _Figure) -> bool:
    """Tell whether a figure counts those besides one: "15 other states" of 16."""
    before = figure.text[max(0, figure.span.start - _BEFORE) : figure.span.start]
    after = figure.text[figure.span.end :].lstrip()[:_BEFORE]
    return _BESIDES.search(f"{before}{figure.span.of(figure.text)} {after}") is not None


def _is_one_more(mine: _Figure, rival: _Figure) -> bool:
    """Tell whether a figure leaves out one who is named: "Hulm and five states", "six states"."""
    counted = mine.quantity, rival.quantity
    if counted[0] is None or counted[1] is None or counted[0].value + 1 != counted[1].value:
        return False
    return _AND.search(mine.text[: mine.span.start]) is not None


def _is_threshold(figure: _Figure) -> bool:
    """Tell whether a figure is one to be reached, not what was: "short of the 50 percent mark"."""
    if figure.verb is not None and lemma(figure.verb.lower_, Pos.VERB) in _NEEDING:
        return True
    return _THRESHOLD.match(figure.text, figure.span.end) is not None


def _is_average(figure: _Figure) -> bool:
    return _AVERAGE.search(figure.text) is not None


def _counted(figure: _Figure) -> set[str]:
    """Return the names right behind a figure: of whom so many are counted."""
    behind = [one for one in figure.claim.tokens if one.span.start > figure.span.start]
    inside = [one for one in behind if one.span.overlaps(figure.span)]
    after = [one for one in behind if one.span.start >= figure.span.end][:_BEHIND]
    return {one.stem for one in (*inside, *after) if one.is_capitalised and one.is_content}


def _is_start(figure: _Figure) -> bool:
    """Tell whether a figure is what another one was before: "from $7.25 to $9"."""
    return figure.text[: figure.span.start].endswith("from ")


def _is_forecast(figure: _Figure) -> bool:
    return _FORECAST.search(figure.text) is not None


def _is_supposed(figure: _Figure) -> bool:
    return is_hypothetical(figure.text, figure.span.start)


def _pollsters(figure: _Figure) -> set[str]:
    """Return the first names of the polls that a claim tells of ("Pew Research poll")."""
    return set(_POLLSTER.findall(figure.text))


def _wholes(figure: _Figure) -> set[str]:
    """Return the stems of what a share is of ("65 percent of party activists"), if it is told."""
    if figure.kind is not Kind.PERCENT or not figure.text.startswith(" of ", figure.span.end):
        return set()
    told = [token for token in figure.claim.tokens if token.span.start > figure.span.end]
    return {token.stem for token in told[:_WHOLE] if token.is_content}


def _are_of_two_owners(mine: _Figure, rival: _Figure) -> bool:
    """Tell whether two figures are told of two who are named: seats that two parties defend."""
    owners = _owner(mine), _owner(rival)
    return owners[0] is not None and owners[1] is not None and not are_one(owners[0], owners[1])


def _owner(figure: _Figure) -> Mention | None:
    """Return the name that is the subject of the verb which a figure hangs on."""
    subject = subject_of(figure.verb) if figure.verb is not None else None
    if subject is None or subject.head.lower_ in SAYING:
        return None
    named = (name for name in figure.claim.names if name.first <= subject.i <= name.last)
    # A party's members are no name of the article's.
    is_party = subject.tag_ == "NNPS"
    party = Mention(Span(0, 0), (subject.text,), 0, subject.i, subject.i) if is_party else None
    return next(named, party)


def _are_shares_of_two(mine: _Figure, rival: _Figure) -> bool:
    """Tell whether two bare shares hang on other verbs with other subjects."""
    verbs = mine.verb, rival.verb
    if not mine.kind is rival.kind is Kind.PERCENT or verbs[0] is None or verbs[1] is None:
        return False
    subjects = [
        set(stems_below(figure.claim, [subject]))
        for figure, verb in ((mine, verbs[0]), (rival, verbs[1]))
        if (subject := subject_of(verb)) is not None
    ]
    other = len(subjects) == _TWO and _are_of_two(subjects[0], subjects[1])
    return other and not names_the_same(verbs[0], verbs[1])


def _are_of_one_person(mine: _Figure, rival: _Figure) -> bool:
    """Tell whether two ages or ranks stand beside one name; other figures always may."""
    kinds = {mine.kind, rival.kind}
    if kinds == {Kind.AGE}:
        is_open = is_near_copy(mine.claim.profile, rival.claim.profile)
    else:
        # "Third" and "fourth" rank two, "the third time" is one.
        ranks = max(
            sum(one.kind in kinds for one in side.claim.quantities) for side in (mine, rival)
        )
        is_open = len(kinds) > 1 or not kinds & _RANKS or ranks < _TWO
    return is_open or not _beside(mine).isdisjoint(_beside(rival))


def _beside(figure: _Figure) -> set[str]:
    """Return the stems of the words with a capital that stand next to an age on either side."""
    tokens = figure.claim.tokens
    before = [token for token in tokens if token.span.end <= figure.span.start][-_BESIDE:]
    after = [token for token in tokens if token.span.start >= figure.span.end][:_BESIDE]
    return {token.stem for token in (*before, *after) if token.is_capitalised}
