"""Reading the raw fact files: texts, nested values and dates as the sources write them."""

from __future__ import annotations

import html
import json
import re
from calendar import month_name
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MONTHS = {name: number for number, name in enumerate(month_name) if name}


def text_at(value: Any, *path: str) -> str:
    """The text below a path of a country file ("" where there is none), entities and tags resolved."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    raw = value.get("text") if isinstance(value, dict) else value
    plain = re.sub(r"<[^>]+>", " ", html.unescape(raw)) if isinstance(raw, str) else ""
    return " ".join(plain.split()).strip()


def countries(folder: Path) -> Iterator[tuple[str, Any]]:
    """Every country file as (FIPS code, content)."""
    for path in sorted(folder.glob("*/*.json")):
        if len(path.stem) == 2:
            yield path.stem.upper(), json.loads(path.read_text(encoding="utf-8"))


def day(text: str) -> str | None:
    """The ISO date, month or year that a text such as "26 May 2014" gives, or None."""
    found = re.search(r"(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})\b", text)
    if not found:
        return None
    number, month, year = found.groups()
    if month not in MONTHS:
        return year
    return f"{year}-{MONTHS[month]:02}-{int(number):02}" if number else f"{year}-{MONTHS[month]:02}"


def degrees(text: str) -> tuple[float, float] | None:
    """Latitude and longitude of "15 47 S, 47 55 W", or None."""
    found = re.search(r"(\d+) (\d+) ([NS]),? ?(\d+) (\d+) ([EW])", text)
    if not found:
        return None
    a, b, north, c, d, east = found.groups()
    lat, lon = int(a) + int(b) / 60, int(c) + int(d) / 60
    return round(lat if north == "N" else -lat, 2), round(lon if east == "E" else -lon, 2)
