"""Words sent out on request (webhooks), over the same guarded way by which pages come in."""

from __future__ import annotations

import time

from parley.ingest.guard import resolve

SECONDS = 10.0


def post(url: str, body: bytes, headers: dict[str, str], private: bool = False) -> int:
    """The status that the server answers; raises what the network raises. Redirects are not followed."""
    import httpx2

    from parley.ingest.transport import PinnedTransport

    way = PinnedTransport(resolve, time.monotonic() + SECONDS, private=private)
    with httpx2.Client(transport=way, trust_env=False, follow_redirects=False) as client:
        return client.post(url, content=body, headers=headers).status_code
