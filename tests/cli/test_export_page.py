"""``parley export encounters --format html``."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.cli.main import main
from tests.ledger.conftest import opened
from tests.ledger.told import Told, reading


@pytest.fixture
def where(tmp_path: Path) -> Path:
    with opened(str(tmp_path / "l.db")) as ledger:
        ledger.add([reading(Told())])
    return tmp_path


def test_the_agenda_as_one_page(where: Path) -> None:
    page = where / "agenda.html"
    with pytest.raises(SystemExit) as end:
        main(["export", "encounters", "--ledger", str(where / "l.db"), "--format", "html", "-o", str(page)])
    assert end.value.code == 0
    assert "Norway · Portugal" in page.read_text(encoding="utf-8")


def test_other_kinds_are_no_pages(where: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["export", "claims", "--ledger", str(where / "l.db"), "--format", "html"])
    assert end.value.code == 2
    assert "html is for encounters" in capsys.readouterr().err
