"""What the rail leads to. A page joins by `nav.add(Page(...))`; it is shown where its address exists in this installation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, ResolverMatch, reverse
from django.utils.functional import Promise

from accord.base.people.rules import Actor


@dataclass(frozen=True)
class Page:
    """name: of the address, which takes the client; order: place in the rail; count: what stands beside the word, None or 0 for nothing;
    say: the count's hidden words, such as “waiting for you”; covers: namespaces and names of addresses that belong under it;
    quiet: it stands below, with the settings; seen_by: who is led there, None for everybody."""

    name: str
    label: str | Promise
    order: int
    count: Callable[[HttpRequest], int | None] | None = None
    say: str | Promise = ""
    covers: tuple[str, ...] = ()
    quiet: bool = False
    seen_by: Callable[[Actor], bool] | None = None


@dataclass(frozen=True)
class Shown:
    """A page as the rail prints it. current: `page` on the page itself, `true` on those under it, or nothing."""

    url: str
    label: str | Promise
    count: int | None
    say: str | Promise
    current: str


_pages: dict[str, Page] = {}


def add(page: Page) -> None:
    _pages[page.name] = page


def shown(request: HttpRequest, slug: str, *, quiet: bool = False) -> Iterator[Shown]:
    """The pages whoever asks is led to, in order: the rail's own, or the quiet ones below."""
    for page in sorted(_pages.values(), key=lambda page: page.order):
        url = _url(page, slug)
        if url is None or page.quiet != quiet or (page.seen_by and not page.seen_by(request.actor)):  # type: ignore[attr-defined]
            continue
        yield Shown(url, page.label, page.count(request) if page.count else None, page.say, _current(page, request.resolver_match))


def _url(page: Page, slug: str) -> str | None:
    """The page's address in this client, or its one address; None where this installation does not have it."""
    for given in ({"client": slug}, {}):
        try:
            return reverse(page.name, kwargs=given)
        except NoReverseMatch:
            continue
    return None


def _current(page: Page, at: ResolverMatch | None) -> str:
    if at is None:
        return ""
    if at.view_name == page.name:
        return "page"
    return "true" if {at.view_name, at.namespace} & {*page.covers} else ""
