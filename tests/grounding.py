"""What must hold of every reading: all of it stands on exact words, and every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parley.model.reading import Reading


def faults(reading: Reading) -> list[str]:
    """What is wrong with a reading, in words; empty where all is well."""
    r = reading.to_dict()
    text: str = r["document"]["text"]
    checks = (_spans(r, text), _names(r, text), _ids(r), _references(r), _encounters(r, text), _times(r))
    return [fault for check in checks for fault in check]


def _spans(value: Any, text: str, path: str = "") -> Iterator[str]:
    """Every value with offsets, however deep: not empty, and exactly the words there."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            words = text[value["start"] : value["end"]]
            if not words or words != value["text"]:
                yield f"{path}: {value['text']!r} is not the text at {value['start']}:{value['end']} ({words!r})"
        for key, inner in value.items():
            yield from _spans(inner, text, f"{path}.{key}")
    elif isinstance(value, list):
        for k, inner in enumerate(value):
            yield from _spans(inner, text, f"{path}[{k}]")


def _names(r: dict[str, Any], text: str) -> Iterator[str]:
    """Every actor and place is named by words of the text, whatever space stands between them there."""
    words_of = " ".join(text.split())
    for x in (*r["actors"], *r["places"]):
        if not x["mentions"]:
            yield f"{x['id']} ({x['name']}) has no mention"
        for words in (x["name"], x.get("role")):
            if words is not None and " ".join(words.split()) not in words_of:
                yield f"{x['id']}: {words!r} does not stand in the text"
    for p in r["positions"]:
        if " ".join(p["issue"].split()) not in words_of:
            yield f"position: {p['issue']!r} does not stand in the text"


def _ids(r: dict[str, Any]) -> Iterator[str]:
    """No id is given twice."""
    rows = [*r["actors"], *r["places"], *r["attributions"], *r["encounters"]]
    rows += [c for e in r["encounters"] for c in e["claims"]]
    seen: set[str] = set()
    for row in rows:
        if row["id"] in seen:
            yield f"two values are called {row['id']}"
        seen.add(row["id"])


def _references(r: dict[str, Any]) -> Iterator[str]:
    """Every id that is named exists."""
    known = {key: {row["id"] for row in r[key]} for key in ("actors", "places", "attributions", "encounters")}
    claims = {c["id"] for e in r["encounters"] for c in e["claims"]}
    named = [("actors", m) for a in r["actors"] for m in a["members"]]
    named += [("actors", s["actor"]) for x in r["attributions"] for s in x["chain"] if s["actor"]]
    named += [("attributions", x["within"]) for x in r["attributions"] if x["within"]]
    named += [("actors", p["actor"]) for e in r["encounters"] for p in e["parties"]]
    named += [("places", e["place"]["id"]) for e in r["encounters"] if e["place"]]
    named += [("attributions", c["attribution"]) for e in r["encounters"] for c in e["claims"] if c["attribution"]]
    named += [("actors", p["actor"]) for p in r["positions"]]
    named += [("attributions", p["attribution"]) for p in r["positions"] if p["attribution"]]
    named += [("encounters", x[end]) for x in r["relations"] for end in ("from", "to")]
    yield from (f"no {kind} called {identity}" for kind, identity in named if identity not in known[kind])
    for x in r["contradictions"]:
        if len(set(x["claims"])) < 2 or not set(x["claims"]) <= claims:
            yield f"contradiction between {x['claims']}"
    yield from (f"{x['from']} is related to itself" for x in r["relations"] if x["from"] == x["to"])
    yield from (f"{x['id']} lies within itself" for x in r["attributions"] if x["within"] == x["id"])


def _encounters(r: dict[str, Any], text: str) -> Iterator[str]:
    """An encounter has parties, mentions and claims of its own; a claim stands in the attribution that it names."""
    actors = {a["id"]: a for a in r["actors"]}
    contents = {x["id"]: x["content"] for x in r["attributions"]}
    for e in r["encounters"]:
        for key in ("parties", "mentions"):
            if not e[key]:
                yield f"{e['id']} has no {key}"
        for p in e["parties"]:
            if p["actor"] in actors and p["name"] != actors[p["actor"]]["name"]:
                yield f"{e['id']}: {p['name']} is {actors[p['actor']]['name']}"
        if sorted(e["history"]) != sorted(c["id"] for c in e["claims"]):
            yield f"the history of {e['id']} is not that of its claims"
        for c in e["claims"]:
            inside = [s for s in contents.get(c["attribution"], ()) if _touch(s, c["evidence"])]
            if c["attribution"] and not inside:
                yield f"{c['id']} does not stand in {c['attribution']}"


def _touch(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _times(r: dict[str, Any]) -> Iterator[str]:
    """Intervals run forwards and have two ends or none."""
    rows = [
        *r["times"],
        *(e["when"] for e in r["encounters"]),
        *(c["when"] for e in r["encounters"] for c in e["claims"]),
    ]
    for t in rows:
        if t is None:
            continue
        first, last = t["earliest"], t["latest"]
        if (first is None) != (last is None) or (first and last and first[:10] > last[:10]):
            yield f"{t['text']!r}: {first} to {last}"
