"""One page of each kind that links lead to, from the agenda on."""

from __future__ import annotations

import re
from collections import deque
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

LINK = re.compile(r'<a [^>]*href="([^"]+)"')
MOST = 60  # pages that are looked at


def kinds(address: str) -> dict[str, str]:
    """The first address of each kind of page (its first part, and whether it is asked with filters) that is there."""
    found: dict[str, str] = {}
    seen, waiting = {address + "/"}, deque([address + "/"])
    for _ in range(MOST):
        if not waiting:
            break
        here = waiting.popleft()
        text = _page(here)
        if text is None:
            continue
        parts = urlsplit(here)
        found.setdefault(parts.path.split("/")[1] + "?" * bool(parts.query), here)
        for link in LINK.findall(text):
            there = urldefrag(urljoin(here, link.replace("&amp;", "&"))).url
            if there.startswith(address) and there not in seen:
                seen.add(there)
                waiting.append(there)
    return found


def _page(address: str) -> str | None:
    """The HTML there; None where there is no page, or something else than one."""
    try:
        with urlopen(address) as answer:
            html: bool = answer.headers.get_content_type() == "text/html"
            return answer.read().decode() if html else None
    except HTTPError:
        return None
