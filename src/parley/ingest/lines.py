"""Article lines: one JSON object a line (keys ``id``, ``text`` and those of ``KEYS``)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from parley.errors import BrokenError, InputError
from parley.ingest.decode import decode
from parley.ingest.markup import is_html, of_html
from parley.ingest.ninjs import is_ninjs, of_ninjs
from parley.ingest.outcome import Failed, Skipped
from parley.ingest.raw import Raw
from parley.ingest.stream import Stream

KEYS = ("url", "title", "outlet", "published", "language")
SHAPE = 'each line must be one JSON object with a "text"'
JSON = 'give an object with a "text", or a list of such objects'


def read_lines(stream: Stream, source: str, **_: object) -> Iterator[Raw | Skipped | Failed]:
    """Each line's article; a line that is broken fails alone."""
    if stream.head().startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Failed(source, "UTF-16, which article lines cannot be; save it as UTF-8")
        return
    for number, line in stream.lines():
        here = f"{source}#{number}"
        if isinstance(line, InputError):
            yield Failed.of(here, line)
        elif line.strip(b"\xef\xbb\xbf\0\r\n\t "):
            yield _article(line, here)


def read_json(stream: Stream, source: str, **_: object) -> Iterator[Raw | Skipped | Failed]:
    """The article or the list of articles of one JSON file."""
    try:
        value = _parse(stream.whole(), JSON)
    except InputError as error:
        yield Failed.of(source, error)
        return
    many = value if isinstance(value, list) else [value]
    for number, one in enumerate(many, start=1):
        here = f"{source}#{number}" if isinstance(value, list) else source
        try:
            yield raw_of(one, here, JSON)
        except InputError as error:
            yield Failed.of(here, error)


def raw_of(record: object, here: str, shape: str = SHAPE) -> Raw:
    """The article of one record; ``here`` names it where it has no id. Raises ``BrokenError``."""
    if not isinstance(record, Mapping):
        raise BrokenError("not a JSON object", hint=shape)
    if is_ninjs(record):
        record = of_ninjs(record)
    text = record.get("text")
    if not isinstance(text, str):
        raise BrokenError('no "text" in it' if text is None else '"text" is not a string', hint=shape)
    own, warnings = _word(record.get("id")), []
    fields: dict[str, Any] = {}
    for key in KEYS:
        fields[key] = _word(record.get(key))
        if record.get(key) not in (None, "") and fields[key] is None:
            warnings.append(f'"{key}" is not a string and is left out')
    text, fields["title"] = _unmarked(text), _unmarked(fields["title"] or "") or None
    return replace(Raw(own or here, text, id=own, warnings=tuple(warnings)), **fields)


def _unmarked(words: str) -> str:
    """Feeds and databases store pieces of HTML."""
    return of_html(words) if is_html(words) else words


def _article(line: bytes, here: str) -> Raw | Failed:
    try:
        return raw_of(_parse(line), here)
    except InputError as error:
        return Failed.of(here, error)
    except Exception as error:  # the other lines are still read
        return Failed.unforeseen(here, error)


def _parse(data: bytes, shape: str = SHAPE) -> Any:
    try:
        return json.loads(decode(data).text.replace("\0", ""), strict=False)
    except RecursionError:
        raise BrokenError("JSON nested too deeply", hint=shape) from None
    except ValueError as error:
        at = f" at {_place(error)}" if isinstance(error, json.JSONDecodeError) else ""
        raise BrokenError(f"broken JSON{at}", hint=shape) from None


def _place(error: json.JSONDecodeError) -> str:
    return f"line {error.lineno}, character {error.colno}" if error.lineno > 1 else f"character {error.colno}"


def _word(value: object) -> str | None:
    """A field as words; whole numbers count, since ids are often written so."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None
