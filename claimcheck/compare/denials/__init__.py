"""Whether what one claim denies is what another states: one predicate, of one subject, as a fact.

Two claims of one story nearly always share words; where one has a "not", most of the time it denies
another thing than the other says. So what is denied is found by the parse, looked for on the other
side, and compared part by part: the predicate, who it is said of, what it is done to, and whether
both say it as a fact, a plan, a duty or a possibility.
"""

from claimcheck.compare.denials.denied import has_come_since, is_so_far
from claimcheck.compare.denials.statement import Statement, stated_there

__all__ = ["Statement", "has_come_since", "is_so_far", "stated_there"]
