"""What a measurement was taken on: every printed or stored figure carries it."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")
INSTRUCTIONS = {"avx512_vnni": "AVX-512 VNNI", "avx_vnni": "AVX VNNI", "avx512f": "AVX-512", "avx2": "AVX2"}


def facts() -> dict[str, str]:
    """Date (UTC), processor with its widest instructions for small integers, cores, load and Python."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "processor": processor(),
        "cores": str(len(cores())),
        "load": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown",
        "python": platform.python_version(),
    }


def line(machine: dict[str, str]) -> str:
    """The facts in one line, as they stand below tables."""
    return (
        f"{machine['cores']} cores of {machine['processor']}, Python {machine['python']}, {machine['date']}; "
        f"load before the run {machine['load']}"
    )


def cores() -> list[int]:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


def processor() -> str:
    """The processor's own name, and what of INSTRUCTIONS it has (the first that fits)."""
    rows: dict[str, str] = {}
    if CPUINFO.exists():
        for row in CPUINFO.read_text(encoding="utf-8").splitlines():
            key, _, value = row.partition(":")
            rows.setdefault(key.strip(), value.strip())
    name = rows.get("model name") or platform.processor() or platform.machine()
    flags = rows.get("flags", "").split()
    found = next((words for flag, words in INSTRUCTIONS.items() if flag in flags), None)
    return f"{name}, {found}" if found else name
