"""The report as one HTML page: no network, no other file, everything readable without scripts."""

from __future__ import annotations

from claimcheck.render.html.page import report

__all__ = ["report"]
