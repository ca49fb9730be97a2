"""In which order lists are shown."""

from __future__ import annotations

from parley.views import case


def test_anchors_hold_no_odd_letters() -> None:
    assert case.anchor('a"1:e1.c2') == "c-a-1-e1.c2"
