"""What a page is asked for, from its address: the moment, the filters, and addresses that keep them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import Request

from parley.errors import OptionError
from parley.views.listed import KINDS, STATUSES

FILTERS = {"actor": "actor", "place": "place", "from": "first", "to": "last", "order": "order", "after": "after"}
FLAGS = ("disputed", "unconfirmed", "undated")
MOMENT = ("as_of", "recorded_by")
PAGE = 50
MOST_DIGITS = 9


def moment(request: Request) -> dict[str, Any]:
    """The two times of the ledger, as its calls take them."""
    asked = request.query_params
    return {key: asked[key] for key in MOMENT if asked.get(key)}


def wanted(request: Request) -> dict[str, Any]:
    """The filters, as ``Ledger.find`` takes them; one row more than a page, to know whether more follow."""
    asked = request.query_params
    out: dict[str, Any] = {call: asked[key] for key, call in FILTERS.items() if asked.get(key)}
    for name, known in (("status", STATUSES), ("kind", KINDS)):
        strange = [x for x in asked.getlist(name) if x not in known]
        if strange:
            raise OptionError(f"{strange[0]!r} is no {name}", hint=f"one of: {', '.join(known)}")
    out |= {key: True for key in FLAGS if asked.get(key)}
    out |= {"statuses": tuple(asked.getlist("status")), "kinds": tuple(asked.getlist("kind"))}
    return {**out, **moment(request), "limit": PAGE + 1}


def keeping(request: Request, **changed: str | None) -> str:
    """The query of the address with some parameters changed, ``None`` leaving one out; "" where nothing is left."""
    pairs = [(k, v) for k, v in request.query_params.multi_items() if k not in changed and v]
    pairs += [(k, v) for k, v in changed.items() if v]
    return f"?{urlencode(pairs)}" if pairs else ""


def seen(request: Request) -> int:
    """How many rows of a list that is counted through were on the pages before this one."""
    told = request.query_params.get("after") or "0"
    if not (told.isascii() and told.isdigit() and len(told) <= MOST_DIGITS):
        raise OptionError(f"{told!r} is no number of rows", where="--after", hint="follow the links of the page")
    return int(told)


def counted(request: Request, rows: int) -> str:
    """The query of the page that begins after so many rows."""
    return keeping(request, after=str(rows))


def only_moment(request: Request) -> str:
    """The query that keeps the moment alone, for links to other pages."""
    asked = moment(request)
    return f"?{urlencode(asked)}" if asked else ""
