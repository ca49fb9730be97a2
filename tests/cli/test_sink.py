"""Where output goes: whole files or none, closed pipes without a word."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from parley.cli.sink import BROKEN_PIPE, Standard, sink_for
from parley.errors import OutputError


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with sink_for(target) as sink:
        sink.write("one\n")
        assert not target.exists()
        sink.write("two\n")
    assert target.read_text(encoding="utf-8") == "one\ntwo\n"


def stop_halfway(target: Path) -> None:
    with sink_for(target) as sink:
        sink.write("half")
        raise KeyboardInterrupt


def test_nothing_is_left_when_the_run_breaks_off(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        stop_halfway(tmp_path / "out.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_stays_when_the_run_breaks_off(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        stop_halfway(target)
    assert target.read_text(encoding="utf-8") == "old"


def test_no_file_appears_where_nothing_was_written(tmp_path: Path) -> None:
    with sink_for(tmp_path / "out.jsonl"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_followed_not_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    with sink_for(link) as sink:
        sink.write("new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


def test_a_folder_is_no_place_for_output(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"it is a folder\); give the name of a file"):
        sink_for(tmp_path)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot be written \(there is no such folder\); check the path"):
        sink_for(tmp_path / "none" / "out.jsonl").__enter__()


def test_a_place_that_may_not_be_looked_at_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", closed)
    with pytest.raises(OutputError, match=r"cannot be written \(permission denied\); check the path"):
        sink_for(tmp_path / "out.jsonl")


@pytest.mark.skipif(not Path(os.devnull).exists(), reason="no device to write to")
def test_devices_are_written_to_directly() -> None:
    with sink_for(Path(os.devnull)) as sink:
        sink.write("away")
    assert Path(os.devnull).exists()
    assert not Path(os.devnull).is_file()


def test_a_closed_pipe_ends_the_run_as_a_shell_expects() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as stream, pytest.raises(SystemExit) as end:
        Standard(stream).write("x" * 10)
    assert end.value.code == BROKEN_PIPE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as stream, pytest.raises(OutputError, match="No space left"):
        Standard(stream).write("x" * 10)


def test_a_closed_standard_output_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(OutputError, match="standard output is closed; write to a file with -o FILE"):
        Standard()


def test_half_a_surrogate_pair_is_escaped_as_json_escapes_it() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="utf-8")
    Standard(stream).write('"\ud83d"')
    assert raw.getvalue() == b'"\\ud83d"'
