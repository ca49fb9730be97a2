"""Words of a text in the manner of the English Universal Dependencies treebanks, with character offsets."""

from __future__ import annotations

import re
from functools import cache

from parley.lexicon.store import table

Word = tuple[int, int]  # start, end: code points, end exclusive


@cache
def _pattern() -> re.Pattern[str]:
    rows = table("languages/en/tokens")
    joined = "|".join(re.escape(w) for w in sorted(rows["dotted"], key=len, reverse=True))
    prefixes = "|".join(sorted(rows["prefixes"]))
    return re.compile(
        rf"""https?://[^\s<>"”’)]+ | www\.[^\s<>"”’)]+ | [\w.+-]+@\w[\w.-]*\w
        | (?:{joined})\.(?=\W|$)
        | (?:[A-Za-z]\.){{2,}}(?:[A-Za-z](?![\w]))?
        | \b[A-Z]\.(?=\s+[A-Z]|[A-Z]\.)
        | \d+(?:[.,:]\d+)*(?:st|nd|rd|th)\b | \d+(?:[.,:]\d+)*
        | \b(?:{prefixes})-\w+
        | \w+(?=n['’]t\b) | n['’]t\b
        | ['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)\b
        | [A-Z]&[A-Z]\b
        | (?:O|D|d|L|l|Al|al|Qur|Sana|Ka|Ba)['’]\w+
        | \w+
        | \.{{2,}} | …|-{{2,}}|[–—]+ | [^\w\s]""",
        re.VERBOSE,
    )


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]``; every character but white space belongs to exactly one word."""
    out: list[Word] = []
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        word = match.group()
        if len(word) == 6 and word.lower() == "cannot":
            out += [(match.start(), match.start() + 3), (match.start() + 3, match.end())]
        else:
            out.append((match.start(), match.end()))
    return out
