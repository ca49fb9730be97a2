"""What pages show is what the commands do: the article, its account, the lines of Python, the set-up, known gaps."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from eval import gaps, readme
from parley.analysis.engine import DATA, Engine
from parley.cli.account.marks import FULL

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
LINT = [".venv/bin/ruff check .", ".venv/bin/ruff format --check .", ".venv/bin/mypy"]


def shell() -> list[list[str]]:
    """The steps of each command that the README gives."""
    return [block.strip().split(" && ") for block in re.findall(r"```sh\n(.*?)```", TEXT, re.S)]


def test_there_are_two_commands_and_each_is_one_line() -> None:
    assert [len(steps) for steps in shell()] == [3, 4]
    assert not any("\n" in step for steps in shell() for step in steps)


def test_ci_runs_the_test_command_of_the_readme_and_ends_with_its_last_step() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    steps = [line for line in lines if line.startswith(("python3", ".venv/"))]
    assert [s for s in steps if s not in LINT] == shell()[1]
    assert [s for s in steps if s in LINT] == LINT
    assert steps[-1] == shell()[1][-1] == lines[-1]


def test_the_article_is_the_example() -> None:
    assert f"-->\n{readme.article()}\n<!-- /article" in TEXT


@pytest.fixture
def packaged(engine: Engine) -> Engine:
    """The engine with the model in the package, whose output the pages show."""
    if not (DATA / "main.onnx").exists() or os.environ.get("PARLEY_MODEL_DIR"):
        pytest.skip(f"the pages show what the model in {DATA} reads, and that is not in force")
    return engine


def test_the_account_is_what_the_command_prints(packaged: Engine) -> None:
    assert f"-->\n{readme.account()}\n<!-- /account" in TEXT, "run python -m eval.readme"


def test_the_known_gaps_are_read_as_shown(packaged: Engine) -> None:
    page = readme.ACCURACY.read_text(encoding="utf-8")
    assert f"-->\n{gaps.table()}\n<!-- /gaps" in page, "run python -m eval.readme"


def test_the_lines_of_python_run(
    engine: Engine, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = re.search(r"```python\n(.*?)```", TEXT, re.S)
    assert code is not None
    monkeypatch.chdir(ROOT)
    exec(code[1], {})
    assert "Ingrid Solheim" in capsys.readouterr().out


@pytest.mark.parametrize(("status", "shape"), FULL.status.items())
def test_every_status_stands_with_its_shape(status: str, shape: str) -> None:
    assert f"\n| {shape} | {status.replace('_', ' ')} |" in TEXT
