"""A sentence whose tree ties its verb to the noun before it is read, not climbed for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.promises.shorthand import encounters, read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine


@pytest.mark.parametrize("verb", ["focused on fish", "dealt with fish", "turned on fish"])
def test_talks_of_two_that_did_something(engine: Engine, verb: str) -> None:
    assert encounters(read(engine, f"Talks between Peru and Chile {verb}.")) == ["Chile + Peru held"]
