"""One page from a web address, by a client that opens only public addresses.

Names are looked up once, checked, and the very address that was checked is connected to, at each hop of a redirect
anew; so neither a redirect nor a name that changes its mind leads inside. Proxies of the environment are not used,
since behind one nobody can tell what is opened. Size, hops and time are bounded.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from parley.errors import FetchError, TooLargeError
from parley.ingest.guard import HINT, Resolve, resolve
from parley.ingest.sniff import TYPES
from parley.ingest.stream import size_in_words
from parley.ingest.unpack import unpacked

if TYPE_CHECKING:
    import httpx2

MOST_HOPS = 5
MOST_BYTES = 8_000_000
MOST_SECONDS = 20.0
ACCEPT = "text/html, text/plain;q=0.9, */*;q=0.1"
AGENT = "parley (reads one article for one reader)"
HEADERS = {"User-Agent": AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"}


@dataclass(frozen=True, slots=True)
class Page:
    """What a web address gave; ``url`` is where it was in the end.

    ``etag`` and ``modified`` are what the server knows this version by; ``unchanged`` that it has no other (then
    ``data`` is empty).
    """

    url: str
    data: bytes
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: another version than the one known by ``etag`` or ``modified``, of one of these ``kinds``.

    ``private`` opens addresses inside this machine and its network too, for people's own servers.
    """

    etag: str | None = None
    modified: str | None = None
    kinds: frozenset[str] = frozenset(TYPES)
    private: bool = False

    def headers(self) -> dict[str, str]:
        """What tells a server which version is known."""
        known = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in known.items() if value}


def fetch(
    url: str, wish: Wish | None = None, *, lookup: Resolve = resolve, transport: httpx2.BaseTransport | None = None
) -> Page:
    """The page at ``url``; raises ``FetchError``. ``lookup`` and ``transport`` are for tests."""
    wish = wish or Wish()
    import httpx2

    from parley.ingest.transport import PinnedTransport

    deadline = time.monotonic() + MOST_SECONDS
    way = transport or PinnedTransport(lookup, deadline, private=wish.private)
    try:
        with httpx2.Client(transport=way, trust_env=False, follow_redirects=False, headers=HEADERS) as client:
            return _follow(client, url, wish, deadline)
    except httpx2.TimeoutException:
        raise _too_slow() from None
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise FetchError(f"cannot be fetched ({_one_line(error)})", hint="try again, or " + HINT) from None


def _follow(client: httpx2.Client, url: str, wish: Wish, deadline: float) -> Page:
    for _ in range(MOST_HOPS + 1):
        _check(url)
        with closing(client.send(client.build_request("GET", url, headers=wish.headers()), stream=True)) as response:
            target = response.headers.get("location") if response.is_redirect else None
            if target is None:
                return _page(response, url, wish, deadline)
        url = _onward(url, target)
    raise FetchError(f"more than {MOST_HOPS} redirects", hint=HINT)


def _onward(url: str, target: str) -> str:
    try:
        onward = urljoin(url, target)
        scheme = urlsplit(onward).scheme
    except ValueError:
        raise FetchError("it leads to what is no web address", hint=HINT) from None
    if scheme not in {"http", "https"}:
        raise FetchError(f"it leads to a {scheme} address, which is not opened", hint=HINT)
    return onward


def _check(url: str) -> None:
    """Only whole http and https addresses, and none with a password in them."""
    try:
        parts = urlsplit(url)
        whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole:
        raise FetchError(f"{url[:200]} is no web address", hint="check the address")
    if parts.username or parts.password:
        raise FetchError("an address with a name or password in it is not opened", hint=HINT)


def _refused(response: httpx2.Response) -> FetchError:
    """An answer without a page, and what to do about it."""
    code = response.status_code
    words = f"{code} {response.reason_phrase}".strip()
    gone = code in {404, 410}
    hint = "check the address" if gone else "try again later, or " + HINT if code >= 500 or code == 429 else HINT
    fault = FetchError(f"the server answered {words}", hint=hint)
    fault.status = code
    fault.retry_after = _seconds(response.headers.get("retry-after")) if code in {429, 503} else None
    return fault


def _seconds(said: str | None) -> float | None:
    """How long a server asks to be left alone: seconds, or a moment."""
    if not said:
        return None
    if said.strip().isdigit():
        return float(said)
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except ValueError:
        return None


def _page(response: httpx2.Response, url: str, wish: Wish, deadline: float) -> Page:
    etag, modified = response.headers.get("etag"), response.headers.get("last-modified")
    if response.status_code == 304 and wish.headers():
        return Page(url, b"", etag=etag or wish.etag, modified=wish.modified, unchanged=True)
    if response.status_code != 200:
        raise _refused(response)
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind and kind not in wish.kinds and not kind.startswith("text/"):
        raise FetchError(f"it is {kind}, no page or text", hint="give the address of an article")
    data = b"".join(_bounded(unpacked(response.iter_raw(), response.headers.get("content-encoding", "")), deadline))
    return Page(url, data, kind or None, response.charset_encoding, etag, modified)


def _bounded(parts: Iterator[bytes], deadline: float) -> Iterator[bytes]:
    size = 0
    for part in parts:
        size += len(part)
        if size > MOST_BYTES:
            raise TooLargeError(f"a page of more than {size_in_words(MOST_BYTES)}", hint=HINT)
        if time.monotonic() > deadline:
            raise _too_slow()
        yield part


def _too_slow() -> FetchError:
    return FetchError(f"no answer within {MOST_SECONDS:.0f} seconds", hint="try again, or " + HINT)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
