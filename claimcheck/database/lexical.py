"""Full-text queries: the words of a claim as an FTS5 expression."""

import re

_TOKEN = re.compile(r"[^\W_]+")

# Function words carry no news; leaving them out also keeps the posting lists short.
_STOP_WORDS = frozenset(
    re.split(
        r"\s+",
        """
    a about above after again all also am an and any are as at be because been before being
    below between both but by can could did do does doing down during each few for from further
    had has have having he her here hers him his how i if in into is it its just me more most my
    no nor not of off on once only or other our out over own s same she should so some such t
    than that the their theirs them then there these they this those through to too under until
    up very was we were what when where which while who whom why will with would you your said says
""".strip(),
    )
)
# A long passage is found by its first words as well as by all of them.
_MAX_TERMS = 40


def match_expression(text: str) -> str | None:
    """Return an FTS5 query for any of the telling words of `text`; None when it has none.

    Every term is quoted, so nothing in `text` is read as query syntax.
    """
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    telling = [token for token in dict.fromkeys(tokens) if token not in _STOP_WORDS]
    terms = (telling or list(dict.fromkeys(tokens)))[:_MAX_TERMS]
    return " OR ".join(f'"{term}"' for term in terms) if terms else None
