"""A page in a real browser, and everything it did that a report must not do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Request

WIDE = 1280
NARROW = 390


@dataclass
class Heard:
    """What a page said or asked for: console messages, errors, dialogs, requests, in order."""

    messages: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class View:
    """An opened page and what was heard from it."""

    page: Page
    heard: Heard

    def texts(self, selector: str) -> list[str]:
        """Return the text of every element, hidden ones included."""
        return self.page.locator(selector).all_text_contents()

    def marks(self) -> list[str]:
        """Return the marked words of every pair of claims, in the order of the page."""
        return self.texts("[data-match] mark")


Open = Callable[..., View]


def view(context: BrowserContext, path: Path) -> View:
    """Open a file; requests for anything but the file itself are written down and refused."""
    heard, page, address = Heard(), context.new_page(), path.as_uri()
    page.on("console", lambda message: heard.messages.append(message.text))
    page.on("pageerror", lambda error: heard.errors.append(str(error)))
    page.on("dialog", lambda dialog: (heard.dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: _write_down(request, address, heard))
    context.route(lambda url: url.partition("#")[0] != address, lambda route: route.abort())
    page.goto(address)
    return View(page, heard)


def _write_down(request: Request, address: str, heard: Heard) -> None:
    if request.url.partition("#")[0] != address and not request.url.startswith("blob:"):
        heard.requests.append(request.url)
