"""Whatever is wrong with a ledger, one line says so, with the next step; what can be mended is mended by it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from parley.errors import LedgerError
from parley.keeping import Ledger
from parley.ledger import facts
from parley.ledger.upgrading import upgrade
from tests.ledger.conftest import opened
from tests.ledger.test_projection import account, projection
from tests.ledger.told import Told, reading

REBUILT = [
    ("DROP INDEX ix_cache_states_at", "missing: ix_cache_states_at"),
    ("DROP INDEX ix_reports_key", "missing: ix_reports_key"),
    ("DROP TABLE cache_states", "missing: cache_states"),
    ("DROP TABLE cache_words", "missing: cache_words"),
    ("UPDATE cache_facts SET value = '0'", "projection is of another version"),
    ("DELETE FROM cache_facts", "projection is of another version"),
    ("DELETE FROM cache_members", "knows 0 of 2 appearances"),
]
LOST = [
    ("DROP TABLE claims", "tables are missing: claims; restore it from a backup"),
    ("DELETE FROM alembic_version", "lacks its version; restore it from a backup"),
    ("UPDATE alembic_version SET version_num = '0000'", "older Parley (schema 0000, now 0001); run: parley"),
    ("UPDATE alembic_version SET version_num = '9999'", "newer Parley (schema 9999, here 0001); install a newer"),
]  # fmt: skip


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    ledger.add([reading(Told(), name="a1"), reading(Told("held", ("Peru", "Chile")), name="a2")])
    return ledger


def hurt(ledger: Ledger, statement: str) -> None:
    with ledger._writing() as c:
        c.execute(sa.text(statement))


def test_nothing_is_wrong_with_a_whole_one(full: Ledger) -> None:
    value, advice = facts.told(full.where)
    assert (value.startswith("2 reports, 2 claims, 0 judgements"), advice) == (True, "")


@pytest.mark.parametrize(("statement", "told"), REBUILT)
def test_what_is_derived_is_made_anew(full: Ledger, statement: str, told: str) -> None:
    before = account(full), projection(full)
    hurt(full, statement)
    _, advice = facts.told(full.where)
    assert told in advice
    assert advice.endswith("; run: parley ledger rebuild")
    with opened(full.where, outdated=True) as ledger:
        ledger.rebuild()
        assert (account(ledger), projection(ledger)) == before
        assert len(list(ledger.find("bergen"))) == 2
    assert facts.told(full.where)[1] == ""


@pytest.mark.parametrize(("statement", "told"), LOST)
def test_what_was_recorded_cannot_be_made_anew(full: Ledger, statement: str, told: str) -> None:
    hurt(full, statement)
    assert told in facts.told(full.where)[1]


def test_a_ledger_that_another_parley_derived_is_not_opened(full: Ledger) -> None:
    hurt(full, "UPDATE cache_facts SET value = '0'")
    with pytest.raises(LedgerError, match="parley ledger rebuild"):
        opened(full.where)
    assert upgrade(full.where) == ("0001", "0001")
    opened(full.where).close()


def test_files_that_are_no_ledger_or_not_any_more(tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    with opened(str(whole)) as ledger:
        ledger.add([reading(Told(), name=f"a{n}") for n in range(4)])
    content = whole.read_bytes()
    middle = len(content) // 2
    files = {
        "none.db": (None, "", ""),
        "empty.db": (b"", "there is no ledger", "parley add"),
        "words.db": (b"only words " * 99, "no ledger", "does not exist yet"),
        "half.db": (content[:middle], "damaged", "backup"),
        "torn.db": (content[:middle] + b"\xff" * 8192 + content[middle + 8192 :], "damaged", "backup"),
    }
    for name, (data, fault, hint) in files.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
        value, advice = facts.told(str(tmp_path / name))
        assert (fault in advice, hint in advice, value != "") == (True, True, True), name
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE t (a)")
    assert "other tables" in facts.told(str(tmp_path / "other.db"))[1]


def test_one_that_may_not_be_written_can_be_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(str(tmp_path / "a.db")).close()
    monkeypatch.setattr("os.access", lambda *_: False)
    value, advice = facts.told(str(tmp_path / "a.db"))
    assert (value.startswith("0 reports"), "nothing can be added" in advice) == (True, True)
