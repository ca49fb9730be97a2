"""One run of ``parley read``: every input ends as read, skipped or failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from parley import api
from parley.cli.formats import rendered
from parley.cli.left_out import LeftOut
from parley.cli.sink import Sink
from parley.cli.tally import Tally
from parley.errors import OptionError
from parley.model.reading import Reading

RULER = "\n" + "=" * 40 + "\n\n"


def run(
    inputs: Sequence[str],
    form: str,
    sink: Sink,
    *,
    published: str | None,
    outlet: str | None,
    columns: Mapping[str, str] | None = None,
    left_out: LeftOut,
    quiet: bool = False,
) -> int:
    """Read ``inputs`` and write their readings to ``sink``; the exit status."""
    tally = Tally(quiet=quiet)
    outcomes = api.read_many(inputs, published=published, outlet=outlet, columns=columns)
    write = {"json": _only_one, "html": _one_page}.get(form, _each)(form, sink)
    shown = form in {"account", "text", "html"}  # the account tells its notes itself
    write(_sorted_out(outcomes, tally, left_out, noted=not shown))
    return tally.close()


def _sorted_out(outcomes: Iterable[api.Outcome], tally: Tally, left_out: LeftOut, *, noted: bool) -> Iterable[Reading]:
    """The readings among the outcomes; the others get their line on standard error."""
    for outcome in outcomes:
        match outcome:
            case api.Read(reading=reading):
                if noted:
                    tally.noted(reading.document.source, reading.document.warnings)
                tally.saw(len(reading.encounters))
                yield reading
            case api.Skipped(source=source, why=why):
                tally.passed_over(source, why)
                left_out.saw("skipped", source, why)
            case api.Failed(source=source, why=why):
                tally.missed(source, why)
                left_out.saw("failed", source, why)


def _each(form: str, sink: Sink) -> Callable[[Iterable[Reading]], None]:
    def write(readings: Iterable[Reading]) -> None:
        for number, reading in enumerate(readings):
            parted = RULER if number and form in {"account", "text"} else ""
            sink.write(parted + rendered(reading, form, sink))

    return write


def _only_one(form: str, sink: Sink) -> Callable[[Iterable[Reading]], None]:
    """JSON is one document: nothing is printed when a second reading turns up."""

    def write(readings: Iterable[Reading]) -> None:
        first: Reading | None = None
        for reading in readings:
            if first is not None:
                raise OptionError("json holds one reading, and there are more", where="--format", hint="use jsonl")
            first = reading
        if first is not None:
            sink.write(rendered(first, form, sink))

    return write


def _one_page(_: str, sink: Sink) -> Callable[[Iterable[Reading]], None]:
    """All readings on one page that stands alone; nothing is written where there are none."""

    def write(readings: Iterable[Reading]) -> None:
        from parley.explain import rule_in_words
        from parley.views.alone import readings_page

        rows = [r.to_dict() for r in readings]
        if rows:
            sink.write(readings_page(rows, rule_in_words))

    return write
