"""Deciding once: what was answered under a key is answered again, as long as the server runs."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from parley.web.rest.faults import Refused

MOST = 1000  # keys that are remembered


class Keys:
    """What was asked and answered under each key, the last ``MOST`` of them."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[object, Any]] = OrderedDict()
        self._lock = Lock()

    def once(self, key: str | None, asked: object, do: Callable[[], Any]) -> tuple[bool, Any]:
        """Whether this was done before under the key, and what came of it; raises ``Refused`` for a key of another."""
        if not key:
            return False, do()
        with self._lock:
            if key in self._known:
                before, result = self._known[key]
                if before != asked:
                    fault = "this key was used for another decision"
                    raise Refused(409, "conflict", fault, "take a new Idempotency-Key for each decision")
                return True, result
            result = do()
            self._known[key] = (asked, result)
            while len(self._known) > MOST:
                self._known.popitem(last=False)
            return False, result
