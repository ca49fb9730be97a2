"""The files of a folder, in an order that does not change from one machine to the next."""

from __future__ import annotations

import os
from collections.abc import Iterator

from parley.errors import InputError, MissingError, UnreadableError
from parley.ingest.sniff import IN_FOLDERS


def files_below(folder: str) -> Iterator[str | tuple[str, InputError]]:
    """The paths of all files below ``folder`` that may hold articles, sorted; a closed folder as its error.

    Hidden files and folders, links to folders, and what is no file (a pipe, a device) are passed over.
    """
    faults: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            path = os.path.join(here, name)
            if not name.lower().endswith(IN_FOLDERS) or name.startswith("."):
                continue
            if os.path.isfile(path):
                yield path
            elif not os.path.exists(path):
                yield path, MissingError("a link to a file that is not there", hint="take the link away or restore it")
        while faults:
            yield _fault(faults.pop())
    while faults:
        yield _fault(faults.pop())


def _fault(error: OSError) -> tuple[str, InputError]:
    hint = "check the rights of the folder"
    return str(error.filename), UnreadableError(f"cannot be opened ({error.strerror})", hint=hint)
