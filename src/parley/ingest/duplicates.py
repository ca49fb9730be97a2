"""The same article twice in one run."""

from __future__ import annotations

from hashlib import blake2b

from parley.model.document import Document

Name = tuple[str | None, str]


class Seen:
    """The articles of one run so far."""

    def __init__(self) -> None:
        self._by_text: dict[bytes, list[tuple[Name | None, str, str | None]]] = {}

    def duplicate_of(self, document: Document, own: str | None) -> str | None:
        """The source of an earlier article that this one repeats, or None; ``own`` is the article's id in its line.

        An article repeats another if its words are the same and it has the same address (or outlet and
        id), or if one of the two has neither and no two outlets are named. Equal words at two addresses
        or in two outlets are a wire copy, which is evidence of its own and is kept; other words at the
        same address are a new version, kept too.
        """
        words = " ".join(document.text.split()).casefold().encode("utf-8", "replace")
        earlier = self._by_text.setdefault(blake2b(words, digest_size=16).digest(), [])
        name = _name(document, own)
        for other_name, source, outlet in earlier:
            if name is not None and other_name is not None:
                same = name == other_name
            else:
                same = not (document.outlet and outlet and document.outlet != outlet)
            if same:
                return source
        earlier.append((name, document.source, document.outlet))
        return None


def _name(document: Document, own: str | None) -> Name | None:
    """By what an article is known wherever it turns up: its address, else its outlet and id."""
    if document.url:
        return None, _bare(document.url)
    return (document.outlet, own) if own else None


def _bare(url: str) -> str:
    """A web address without what does not change the page."""
    scheme, _, rest = url.partition("#")[0].partition("://")
    return rest.removeprefix("www.").rstrip("/") or scheme
