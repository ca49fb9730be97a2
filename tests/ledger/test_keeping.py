"""A ledger can be backed up, restored, moved, upgraded, and a text taken out of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from parley.errors import LedgerError, OptionError, UnknownError
from parley.keeping import Ledger
from parley.ledger import engines, project, setup, upgrading
from parley.ledger.schema import metadata
from tests.ledger.conftest import New, opened
from tests.ledger.test_projection import account, projection
from tests.ledger.told import Told, reading, with_position

SIGNED = {"by": "Ada", "because": "they asked"}


def filled(ledger: Ledger) -> Ledger:
    ledger.add(
        [reading(Told(), name="a1"), reading(Told("held", ("Peru", "Chile")), name="a2", published="2026-03-09")]
    )
    ledger.override(ledger.cases().__next__()[0].id, "on_hold", **SIGNED)
    return ledger


def test_a_backup_restores_to_the_same_account(ledger: Ledger, new_place: New, tmp_path: Path) -> None:
    filled(ledger)
    file = ledger.backup(tmp_path / "copy.db")
    with opened(str(file), read_only=True) as copy:
        assert account(copy) == account(ledger)
    with opened(new_place()) as again:
        again.restore(file)
        assert account(again) == account(ledger)
        assert projection(again) == projection(ledger)
        assert again.judgements() == ledger.judgements()


def test_a_backup_goes_over_nothing(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "there.db").write_text("precious")
    with pytest.raises(LedgerError):
        ledger.backup(tmp_path / "there.db")
    assert (tmp_path / "there.db").read_text() == "precious"


def test_restoring_wants_an_empty_ledger(ledger: Ledger, tmp_path: Path) -> None:
    file = filled(ledger).backup(tmp_path / "copy.db")
    with pytest.raises(LedgerError, match="not empty"):
        ledger.restore(file)


def test_a_ledger_moves_to_the_other_engine_and_goes_on_there(postgres: str, tmp_path: Path) -> None:
    from tests.ledger import servers

    with opened(str(tmp_path / "a.db")) as ledger:
        filled(ledger)
        where = servers.create(postgres, "moved")
        ledger.move(where)
        with opened(where) as moved:
            assert account(moved) == account(ledger)
            assert [a.what for a in moved.add([reading(Told(), name="a3", published="2026-03-10")])] == ["new"]
        servers.drop(postgres, "moved")


def test_the_steps_of_the_schema_lead_to_the_schema(new_place: New) -> None:
    where = new_place()
    engine = engines.engine_for(where)
    with engines.writing(engine, where) as c:
        upgrading.migrate(c)
        assert setup.version_of(c, where) == setup.HEAD
        mine = MigrationContext.configure(c, opts={"include_name": _ours})
        assert compare_metadata(mine, metadata) == []
        project.rebuild(c)
    with opened(where) as ledger:
        ledger.add([reading(Told())])
        assert len(list(ledger.find("meeting"))) == 1


def _ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or not str(name).startswith(("cache_words", "cache_pages"))


def test_another_version_of_the_schema_is_refused_with_the_next_step(ledger: Ledger) -> None:
    for version, hint in (("0000", "parley ledger upgrade"), ("9999", "newer parley")):
        with ledger._writing() as c:
            c.execute(sa.text("UPDATE alembic_version SET version_num = :v"), {"v": version})
        with pytest.raises(LedgerError, match=hint):
            opened(ledger.where)


def test_a_purged_text_is_gone_and_its_claims_say_so(ledger: Ledger) -> None:
    made = with_position(reading(Told(), name="a1", extra="Zebrafinch quartets rehearse."), "zebrafinch")
    ledger.add([made, reading(Told(), name="a2", published="2026-03-03")])
    before = account(ledger)
    with pytest.raises(UnknownError):
        ledger.purge("nowhere", **SIGNED)
    with pytest.raises(OptionError):
        ledger.purge("a1", by="", because="")
    assert [g["document"] for g in ledger.purge("a1", **SIGNED)] == ["a1"]
    (case,) = account(ledger)
    first, second = case["appearances"]  # type: ignore[index]
    assert first["purged"] == "they asked"
    assert [c["evidence"]["text"] for c in first["claims"]] == [""]
    assert first["claims"][0]["evidence"]["end"] == made.encounters[0].claims[0].evidence.end
    assert second["claims"][0]["evidence"]["text"]
    assert (case["status"], case["parties"]) == (before[0]["status"], before[0]["parties"])  # type: ignore[index]
    ledger.rebuild()
    assert account(ledger) == [case]
    assert [a.what for a in ledger.add([made])] == ["known"]


def test_no_word_of_a_purged_text_is_left_in_the_file(tmp_path: Path) -> None:
    where = tmp_path / "a.db"
    with opened(str(where)) as ledger:
        ledger.add([reading(Told(), name="a1", extra="zebrafinch quartet")])
        assert b"zebrafinch" in _bytes(where)
        ledger.purge("a1", **SIGNED)
        assert list(ledger.find("zebrafinch")) == []
        assert b"zebrafinch" not in _bytes(where)


def _bytes(where: Path) -> bytes:
    return b"".join(p.read_bytes() for p in where.parent.glob(where.name + "*"))
