"""What a page is asked for, from its address: the moment, the filters, and addresses that keep them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import Request

FILTERS = ("actor", "place", "first", "last", "order", "after")
FLAGS = ("disputed", "unconfirmed")
MOMENT = ("as_of", "recorded_by")
PAGE = 50


def moment(request: Request) -> dict[str, Any]:
    """The two times of the ledger, as its calls take them."""
    asked = request.query_params
    return {key: asked[key] for key in MOMENT if asked.get(key)}


def wanted(request: Request) -> dict[str, Any]:
    """The filters, as ``Ledger.find`` takes them; one row more than a page, to know whether more follow."""
    asked = request.query_params
    out: dict[str, Any] = {key: asked[key] for key in FILTERS if asked.get(key)}
    out |= {key: True for key in FLAGS if asked.get(key)}
    out |= {"statuses": tuple(asked.getlist("status")), "kinds": tuple(asked.getlist("kind"))}
    return {**out, **moment(request), "limit": PAGE + 1}


def keeping(request: Request, **changed: str | None) -> str:
    """The query of the address with some parameters changed, ``None`` leaving one out; "" where nothing is left."""
    pairs = [(k, v) for k, v in request.query_params.multi_items() if k not in changed and v]
    pairs += [(k, v) for k, v in changed.items() if v]
    return f"?{urlencode(pairs)}" if pairs else ""


def only_moment(request: Request) -> str:
    """The query that keeps the moment alone, for links to other pages."""
    asked = moment(request)
    return f"?{urlencode(asked)}" if asked else ""
