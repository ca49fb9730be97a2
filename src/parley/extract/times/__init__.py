"""Times: where a text tells one, and which days it means."""

from parley.extract.times.find import find_times, resolve_against, resolve_for

__all__ = ["find_times", "resolve_against", "resolve_for"]
