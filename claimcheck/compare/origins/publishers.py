"""Which outlets are one publisher under several names."""

from __future__ import annotations

from urllib.parse import urlsplit

from claimcheck.datatypes import Citation

# "co.uk", "com.au": a country's name and before it a short one that any outlet there may have.
_SHORT, _COUNTRY = 3, 2


def publisher_names(citation: Citation) -> frozenset[str]:
    """Return the outlet's name and, where there is an address, the domain of its site.

    Two citations that share one of them are of one publisher: "Herald" and "Herald Opinion" have
    one site.
    """
    return frozenset({citation.outlet.casefold().strip(), _domain(citation.url)} - {""})


def _domain(url: str | None) -> str:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    labels = host.split(".")
    is_country = len(labels) > 2 and len(labels[-1]) == _COUNTRY and len(labels[-2]) <= _SHORT
    return ".".join(labels[-3 if is_country else -2 :])
