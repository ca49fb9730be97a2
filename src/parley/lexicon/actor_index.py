"""From actor tables (``actors/<code>``, ``actors/reviewed/<code>``) to the index that readers load.

Used when compiling only. The index holds ``actors`` (code → name, country, kind, sector), ``forms``
(key → readings, best first) and ``first`` (first word of a form → most words of such a form).
"""

from __future__ import annotations

from typing import Any

from parley.lexicon import holder_index
from parley.lexicon.fold import form_key

# Lists of plain forms, from which a reviewed table may drop some.
FORMS = ("names", "abbreviations", "demonyms", "capital_names", "capital_also", "seats", "areas", "also")
# Lists of mappings, which no plain form can drop.
ROWS = ("older", "holders", "offices")
# Which reading of one form comes first: a state's own name before a seat, that before a city's.
ORDER = ("name", "body", "seat", "capital", "demonym", "city")


def merge(made: dict[str, Any], reviewed: dict[str, Any]) -> dict[str, Any]:
    """One actor from what was made of facts and what people added; single values of the second win."""
    out = dict(made)
    for key, value in reviewed.items():
        out[key] = [*made.get(key, []), *value] if key in FORMS + ROWS else value
    drop = set(reviewed.get("drop", ()))
    for key in FORMS:
        own = set(reviewed.get(key, ()))
        out[key] = [f for f in dict.fromkeys(out.get(key, [])) if f not in drop or f in own]
    return out


def actors(tables: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every actor by code, merged."""
    made = {t["code"]: t for n, t in tables.items() if n.startswith("actors/") and "/reviewed/" not in n}
    reviewed = {t["code"]: t for n, t in tables.items() if n.startswith("actors/reviewed/")}
    return {code: merge(made.get(code, {}), reviewed.get(code, {})) for code in sorted(made | reviewed)}


def readings(actor: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    """All (form, reading) of one actor; a reading is [code, kind, government, exact, shown, lat, lon]."""
    code, body = actor["code"], actor.get("kind") == "body"
    name = actor.get("name", code)
    kind = "body" if body else "name"
    spot = [actor.get("lat"), actor.get("lon")]
    rows = [(f, [code, kind, False, False, name, *spot]) for f in [name, *actor.get("names", []), *actor["also"]]]
    rows += [(o["name"], [code, kind, False, o["name"].isupper(), name, None, None]) for o in actor.get("older", [])]
    rows += [(f, [code, kind, False, True, name, *spot]) for f in actor["abbreviations"]]
    rows += [(f, [code, "demonym", False, False, name, None, None]) for f in actor["demonyms"]]
    rows += [(f, [code, "city", False, False, f, None, None]) for f in actor["areas"]]
    return rows + _capital(actor) + _seats(actor)


def _capital(actor: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    capital = actor.get("capital")
    if not capital:
        return []
    gov = bool(actor.get("capital_gov", actor.get("independent", False)))
    main = capital["name"]
    spot = [capital.get("lat"), capital.get("lon")]
    forms = [(f, spot) for f in (main, *capital.get("also", []), *actor["capital_names"])]
    # A second capital or seat of government lies elsewhere: its place is looked up among the cities.
    forms += [(f, [None, None]) for f in actor["capital_also"]]
    dropped = set(actor.get("drop", ()))
    return [(f, [actor["code"], "capital", gov, False, f, *where]) for f, where in forms if f not in dropped]


def _seats(actor: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    places = set(actor.get("not_government", ()))
    return [(f, [actor["code"], "seat", f not in places, False, f, None, None]) for f in actor["seats"]]


def index(tables: dict[str, Any]) -> dict[str, Any]:
    """The index of all actors."""
    every = actors(tables)
    forms: dict[str, list[list[Any]]] = {}
    for actor in every.values():
        for form, row in readings(actor):
            exact = row[3] or (form.replace(".", "").isupper() and len(form) <= 6)
            plain = form.replace(".", "") if exact else ""
            entry = [*row[:3], plain, *row[4:]]
            rows = forms.setdefault(_key(form), [])
            if not any(r[:4] == entry[:4] for r in rows):
                rows.append(entry)
    for rows in forms.values():
        rows.sort(key=lambda r: _rank(r, every[r[0]]))
    summary = {c: [a.get("name", c), a.get("country", c), _kind(a), a.get("sector", "")] for c, a in every.items()}
    return {"actors": summary, "forms": forms, "first": first_words(forms)} | holder_index.index(every)


def _key(form: str) -> str:
    """The key of a form; an article written with a capital belongs to the name ("The Hague")."""
    return form_key(form) if form.startswith("The ") else form_key(form).removeprefix("the ")


def _kind(actor: dict[str, Any]) -> str:
    return "body" if actor.get("kind") == "body" else "state" if actor.get("independent") else "territory"


def _rank(row: list[Any], actor: dict[str, Any]) -> tuple[int, int, int, str]:
    return (ORDER.index(row[1]), _kind(actor) == "territory", 0 if _kind(actor) == "body" else 1, row[0])


def first_words(forms: dict[str, Any]) -> dict[str, int]:
    """First word of a form → the most words that a form beginning so has."""
    out: dict[str, int] = {}
    for key in forms:
        words = key.split()
        out[words[0]] = max(out.get(words[0], 0), len(words))
    return out
