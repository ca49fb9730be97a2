"""The way in: help stays light, versions and faults are told in one line, nothing is left half written."""

from __future__ import annotations

import json
import subprocess
import sys
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


def test_an_unknown_command_is_a_fault_of_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["raed"])
    assert end.value.code == 2
    assert "raed" in capsys.readouterr().err


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


def test_python_m_parley_is_parley(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "parley", "--version"], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("parley ")
