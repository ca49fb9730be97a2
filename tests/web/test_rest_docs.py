"""The examples of docs/rest.md print what they show, and the page names every path."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from parley import api
from parley.analysis.engine import Engine
from parley.web.rest import create
from tests.web.serving import served

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "rest.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.S)
SPECIFICATION = create(None, None).openapi()  # type: ignore[arg-type]


def test_the_examples_print_what_they_show(engine: Engine, tmp_path: Path, capsys: Any) -> None:
    examples = EXAMPLE.findall(TEXT)
    assert len(examples) == 3
    space: dict[str, Any] = {}
    with api.open_ledger(tmp_path / "bergen.db") as ledger:
        ledger.add(str(ROOT / "examples" / "bergen-summit.txt"))
        with served(ledger, "let-me-in") as address:
            for code, shown in examples:
                exec(code.replace("http://127.0.0.1:8010", address), space)
                assert capsys.readouterr().out == shown


@pytest.mark.parametrize("path", SPECIFICATION["paths"])
def test_every_path_is_told(path: str) -> None:
    assert f"`{path}`" in TEXT or f"`POST {path}`" in TEXT or f"`{path.rpartition('/')[2]}`" in TEXT


@pytest.mark.parametrize("code", SPECIFICATION["components"]["schemas"]["Fault"]["properties"]["code"]["enum"])
def test_every_code_of_a_fault_is_told(code: str) -> None:
    assert f"`{code}`" in TEXT
