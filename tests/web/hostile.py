"""A ledger with a few invented encounters, told in texts that mean harm."""

from __future__ import annotations

from parley.keeping import Ledger
from tests.ledger.told import Told, reading, with_position

SCRIPT = '<script>alert("x")</script>'
BIDI = "\u202egnidrowssap\u202c \u2066x"
LONG = "Z" * 3000
EMOJI = "\U0001f54a\ufe0f e\u0301 \u00df \ufdfa"


def fill(ledger: Ledger) -> None:
    """Two accounts of a meeting, a call, a visit; sources and places with scripts, bidi marks, very long words."""
    visit = Told("announced", ("Kenya", "Nepal"), "2026-05-02", "visit", f"Kath{SCRIPT}mandu", source=BIDI)
    ledger.add(
        [
            reading(Told(source=SCRIPT)),
            reading(Told("no_plans", source=LONG, stance="denies"), name="a2", published="2026-03-05", outlet=SCRIPT),
            reading(Told("held", ("Peru", "Chile"), None, "call", None), name='"><img src=x>', published=None),
            reading(visit, name="a4", outlet=None, published="2026-03-06T10:00:00+02:00"),
            with_position(reading(visit, name="../../a5", extra=EMOJI, published="2026-03-07"), BIDI),
        ]
    )
    rows = {r["kind"]: r["id"] for r in ledger.status()}
    ledger.override(rows["call"], "denied", by=SCRIPT, because=EMOJI)
    ledger.note(ledger.begin_run("add", SCRIPT, {"inputs": [BIDI]}), [("failed", SCRIPT, LONG, None)])
