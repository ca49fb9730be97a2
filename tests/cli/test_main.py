"""The way in: help stays light, versions and faults are told in one line, nothing is left half written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from parley.cli import main as entry
from parley.cli.main import COMMANDS, cli, main

# What costs time to import, and is needed only once a command runs.
HEAVY = (
    "rich",
    "onnxruntime",
    "numpy",
    "trafilatura",
    "httpx2",
    "py3langid",
    "dateutil",
    "yaml",
    "parley.api",
    "parley.pipeline",
    "parley.lexicon",
    "parley.model",
)


def modules_after(*arguments: str) -> set[str]:
    """The modules that are loaded once ``parley ARGUMENTS`` has answered."""
    code = (
        "import json, sys\nfrom parley.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr))


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), *((c, "--help") for c in COMMANDS)])
def test_help_and_version_load_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert not modules_after(*arguments) & set(HEAVY)


def test_the_watch_on_imports_can_fail() -> None:
    assert "parley.model" in modules_after("schema")


def test_help_names_every_command_and_the_exit_statuses() -> None:
    shown = CliRunner().invoke(cli, ["--help"]).output
    assert all(f"\n  {name} " in shown for name in COMMANDS)
    assert "Exit status" in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_its_help(name: str) -> None:
    done = CliRunner().invoke(cli, [name, "--help"])
    assert done.exit_code == 0
    assert "Usage:" in done.output


FAULTS: dict[str, tuple[list[str], str]] = {
    "a slip": (["raed"], "parley: there is no command 'raed'; did you mean 'read'?"),
    "another word": (["frobnicate"], "parley: there is no command 'frobnicate'; see parley --help"),
    "an input without a command": ([__file__], f"parley: there is no command {__file__!r}; to read it, write: parley read {__file__}"),  # noqa: E501
    "no input": (["read"], "parley read: missing argument 'INPUT...'; see parley read --help"),
    "an unknown option": (["read", "a", "--formt", "x"], "parley read: no such option '--formt'"),
    "an unknown form": (["read", "a", "--format", "xml"], "'xml' is not one of 'account', 'json', 'jsonl', 'text', 'html'; see parley read --help"),  # noqa: E501
    "no date": (["read", "a", "--published", "2031-06"], "parley: --published: '2031-06' says no day for certain; write 2026-03-14"),  # noqa: E501
    "output to a folder": (["read", "a", "-o", str(Path(__file__).parent)], "cannot be written (it is a folder); give the name of a file"),  # noqa: E501
    "output to nowhere": (["read", "a", "-o", "/nowhere/at/all.json"], "cannot be written (there is no such folder); check the path"),  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "line"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_use_is_one_line_that_names_the_next_step(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    told = capsys.readouterr()
    assert end.value.code == 2
    assert line in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


def test_nothing_but_the_name_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([])
    assert end.value.code == 2
    assert "Commands:" in capsys.readouterr().err


def run_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit status of a command that raises ``error``."""

    @click.command()
    def broken() -> None:
        raise error

    monkeypatch.setattr(entry, "cli", broken)
    with pytest.raises(SystemExit) as end:
        main([])
    assert isinstance(end.value.code, int)
    return end.value.code


def test_an_unforeseen_fault_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("PARLEY_DEBUG", raising=False)
    assert run_with(ValueError("two\nlines"), monkeypatch) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "internal error: ValueError: two lines" in told


def test_the_place_of_a_fault_is_shown_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_DEBUG", "1")
    with pytest.raises(ValueError, match="two"):
        run_with(ValueError("two"), monkeypatch)


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_with(KeyboardInterrupt(), monkeypatch) == 130
    assert capsys.readouterr().err.strip() == ""


def test_a_request_to_stop_leaves_nothing_behind(tmp_path: Path) -> None:
    """Stopped while it waits for its input, with its file open."""
    command = [sys.executable, "-m", "parley", "read", "-", "-o", str(tmp_path / "out.jsonl")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        for _ in range(200):
            if list(tmp_path.iterdir()):
                break
            time.sleep(0.05)
        assert list(tmp_path.iterdir())
        run.send_signal(signal.SIGTERM)
        _, told = run.communicate(timeout=20)
    assert (run.returncode, told) == (143, b"")
    assert list(tmp_path.iterdir()) == []


def test_a_closed_pipe_ends_every_command_as_a_shell_expects(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdout", stream)
        with pytest.raises(SystemExit) as end:
            main(["schema"])
    assert end.value.code == 141


def test_python_m_parley_is_parley(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "parley", "--version"], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("parley ")
