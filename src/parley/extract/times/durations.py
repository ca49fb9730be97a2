"""Lengths of time, rates, and words that tell only near or far."""

from __future__ import annotations

from parley.extract.times.node import Context, Groups, Meaning
from parley.extract.times.rule import Rule
from parley.extract.times.words import lower, words


def amount(groups: Groups) -> tuple[int | None, str]:
    """How many of which unit; None for "several", "a few" and amounts that are left out."""
    unit = groups["unit"].lower()
    letter = words().units[unit]
    if "vague" in groups or "number2" in groups:
        return None, letter
    if "number" not in groups:
        return (None if unit.endswith("s") else 1), letter
    return count_of(groups["number"]), letter


def count_of(text: str) -> int | None:
    """A number in words or figures; None where it is no whole number that a calendar could hold."""
    plain = lower(text)
    if plain in words().numbers:
        return words().numbers[plain]
    if plain[0].isdigit():
        digits = plain.replace(",", "")
        return int(digits) if digits.isdigit() and len(digits) < 5 else None
    parts = [words().numbers.get(p) for p in _split(plain)]
    return sum(p for p in parts if p is not None) if all(p is not None for p in parts) else None


def _split(plain: str) -> list[str]:
    for hyphen in "‐‑–":
        plain = plain.replace(hyphen, "-")
    return plain.split("-")


def length_value(letter: str, count: int | str) -> str:
    """The TIMEX3 value of a length of time; ``X`` for an unknown number."""
    factor, unit = {"FN": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y")}.get(letter, (1, letter))
    total = factor * count if isinstance(count, int) else ("X" if factor == 1 else f"X{letter}")
    if isinstance(count, str) and factor != 1:
        total, unit = "X", letter
    return f"PT{total}{unit[1:]}" if unit.startswith("T") else f"P{total}{unit}"


def duration(groups: Groups, context: Context) -> Meaning | None:
    """A length of time."""
    count, letter = amount(groups)
    if letter == "Q" and ("kind" not in groups and ("share" in groups or count == 1)):
        return None  # "about a quarter of the seats", "three quarters of them"
    if "half" in groups:
        return Meaning("DURATION", {"TH": "PT30M", "Y": "P6M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y"}.get(letter))
    value = length_value(letter, "X" if count is None else count)
    if count is not None and ("plus" in groups or "plus2" in groups):
        value = f"{value[:-1]}.5{value[-1]}"
    return Meaning("DURATION", value)


def repeated(groups: Groups, context: Context) -> Meaning | None:
    """A rate or a repeated time."""
    return Meaning("SET", words().sets[lower(groups.get("set") or groups["rate"])])


def rate(groups: Groups, context: Context) -> Meaning | None:
    """So much a day, a week, a year."""
    return repeated(groups, context)


def every_so_many(groups: Groups, context: Context) -> Meaning | None:
    """Every two years, every few days."""
    count, letter = amount(groups)
    return Meaning("SET", length_value(letter, "X" if count is None else count))


def reference(groups: Groups, context: Context) -> Meaning | None:
    """A word that places something in the past, the present or the future, and tells no day."""
    return Meaning("DATE", words().references[lower(groups["reference"])])


PLURAL = r"(?P<unit>years|months|weeks|days|decades|centuries|hours|minutes)"
AMOUNT = (
    r"(?:<:approximator> )?(?:<number>(?:<:orso><number2=number>)?|<vague>)(?:-| )"
    r"(?P<kind><:dayadjective> )?<unit>"
)

RULES = (
    Rule("SET", r"<set>", repeated),
    Rule("SET", r"(?:once|twice|\w+ times) <rate>", repeated),
    Rule("SET", r"<rate>", rate),
    Rule("SET", r"every (?:<number>|<vague>) <unit>", every_so_many),
    Rule(
        "DURATION",
        r"(?:<:approximator> )?(?:<number>(?P<plus> and a half|<:orso><number2=number>)?|<vague>)(?:-| )"
        r"(?P<kind><:dayadjective> )?<unit>(?P<plus2> and a half)?(?:-long| long)?(?!-old| old)(?P<share>(?= of))?",
        duration,
    ),
    Rule("DURATION", r"(?P<half>half)(?: of)?(?:-| )(?:an?(?:-| ))?<unit>(?!-old| old)", duration),
    Rule("DURATION", r"<unit>-long", duration),
    *(Rule("DURATION", rf"(?<={before}\s){PLURAL}", duration) for before in ("in", "for", "after", "over", "within")),
    Rule("DURATION", PLURAL + r"(?= (?:of|after|before|earlier|later)(?!\w))", duration),
    Rule("REF", r"<reference>(?! than)(?!-)", reference),
)
