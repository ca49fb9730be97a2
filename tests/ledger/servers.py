"""A PostgreSQL server of the tests' own: started when it is first needed, thrown away at the end."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OWNER = "postgres"
CALM = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=40 -c listen_addresses=''"


def binaries() -> Path | None:
    """The folder of ``initdb``: on the path, or where systems keep it; None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    known = [found] if found else sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), reverse=True)
    return Path(known[0]).parent if known else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """A running server; gives the URL of its databases, which ends where their name follows."""
    with tempfile.TemporaryDirectory(prefix="parley-pg-") as folder:
        data = Path(folder, "data")
        options = _unprivileged(folder)
        initdb = [str(programs / "initdb"), "-D", str(data), "-U", OWNER, "--auth=trust", "-E", "UTF8", "--no-sync"]
        subprocess.run([*initdb, "--locale=C"], check=True, capture_output=True, **options)
        control = [str(programs / "pg_ctl"), "-D", str(data), "-w"]
        start = [*control, "-l", str(data / "log"), "-o", f"{CALM} -k {folder}", "start"]
        subprocess.run(start, check=True, stdout=subprocess.DEVNULL, **options)
        try:
            yield f"postgresql://{OWNER}@/NAME?host={folder}"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, **options)


def _unprivileged(folder: str) -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as the user that its package made, or as nobody."""
    if os.name != "posix" or os.geteuid() != 0:
        return {}
    import pwd

    names = {p.pw_name for p in pwd.getpwall()}
    user = OWNER if OWNER in names else "nobody"
    shutil.chown(folder, user)
    os.chmod(folder, 0o755)
    return {"user": user, "cwd": folder}


def create(url: str, name: str) -> str:
    """A new, empty database; its URL."""
    import psycopg

    with psycopg.connect(url.replace("NAME", OWNER), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return url.replace("NAME", name)


def drop(url: str, name: str) -> None:
    """Take a database away."""
    import psycopg

    with psycopg.connect(url.replace("NAME", OWNER), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
