"""Addresses of articles: one form for each, and nothing that is not a web link."""

from __future__ import annotations

from urllib.parse import urlsplit

from claimcheck.loaders.limits import URL_CHARS_MAX


def canonical_url(url: str) -> str | None:
    """Return an http or https address without tracking parameters; None for anything else."""
    # Imported here because it takes a tenth of a second.
    from courlan import normalize_url

    url = url.strip()
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and not any(map(str.isspace, parts.netloc))
        usable = parts.scheme in ("http", "https") and has_host
        if not usable or len(url) > URL_CHARS_MAX:
            return None
        # courlan drops parameters without a value; where the query is only that (`?12345`) it
        # names the article.
        if parts.query and "=" not in parts.query:
            return url
        return normalize_url(url)
    except ValueError:
        return None


def host_of(url: str) -> str | None:
    """Return the host of an address, or of a bare `www.example.com`, without `www.`."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None
