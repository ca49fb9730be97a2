"""Pages that stand alone: one file, its style inside it, allowed by its hash; nothing else may load or run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from parley.views import templates
from parley.views.account import account
from parley.views.marking import Explain

Row = Mapping[str, Any]


def readings_page(readings: Iterable[Row], explain: Explain = str) -> str:
    """One page of readings (rows as ``parley read`` prints them): text and facts side by side, one below the other."""
    found = list(readings)
    several = len(found) > 1
    shown = [
        account(r, explain, name=f"r{number}", prefix=f"r{number}-" if several else "")
        for number, r in enumerate(found, 1)
    ]
    title = shown[0]["document"]["title"] or shown[0]["document"]["source"] if len(shown) == 1 else "Readings"
    return page("readings.html", [a["css"] for a in shown], title=title, accounts=shown)


def page(template: str, rules: Iterable[str] = (), **values: Any) -> str:
    """A page with ``style.css``, ``account.css`` and ``rules`` inside it, and a policy that allows these alone."""
    style = "\n".join([templates.static("style.css"), templates.static("account.css"), *rules])
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return templates.page(template, style=Markup(style), policy=policy, nav=(), here="", **values)
