"""Word pieces and shapes: what the model reads of a word."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.analysis.wordpiece import MOST, UNKNOWN, pieces, shape

PIECES = """
    sum ##mit ##s meet ##ing un ##able o ' neil - e 5 ##0 % the 会 a ##b
"""
VOCABULARY = {piece: 1000 + k for k, piece in enumerate(PIECES.split())}
TABLE = [
    ("summits", "sum ##mit ##s"),
    ("SUMMIT", "sum ##mit"),
    ("meeting", "meet ##ing"),
    ("unable", "un ##able"),
    ("O'Neil", "o ' neil"),
    ("the-the", "the - the"),
    ("Thé", "the"),
    ("50%", "5 ##0 %"),
    ("会会", "会 会"),
    ("the\u200b", "the"),
]


@pytest.mark.parametrize(("word", "expected"), TABLE)
def test_the_longest_known_piece_comes_first(word: str, expected: str) -> None:
    assert pieces(word, VOCABULARY) == [VOCABULARY[p] for p in expected.split()]


@pytest.mark.parametrize("word", ["zebra", "sumzebra", "the" * 40, "", "\u200b"])
def test_a_word_that_cannot_be_built_is_unknown(word: str) -> None:
    assert pieces(word, VOCABULARY) == [UNKNOWN]


@given(st.text(max_size=40))
def test_every_word_has_a_few_pieces(word: str) -> None:
    assert 1 <= len(pieces(word, VOCABULARY)) <= MOST


@pytest.mark.skipif(find_spec("tokenizers") is None, reason="the tokenizers library is not installed")
@settings(max_examples=300)
@given(st.text(alphabet=st.characters(codec="latin-1", exclude_categories=["Zs", "Cc"]), min_size=1, max_size=14))
def test_as_the_tokenizers_library_cuts(word: str) -> None:
    import tokenizers

    other = tokenizers.Tokenizer(tokenizers.models.WordPiece(VOCABULARY | {"[UNK]": UNKNOWN}, unk_token="[UNK]"))
    other.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    other.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    assert pieces(word, VOCABULARY) == (other.encode(word).ids[:MOST] or [UNKNOWN])


@pytest.mark.parametrize(
    ("word", "number"),
    [("envoy", 1), ("Envoy", 2), ("A", 3), ("NATO", 4), ("McLume", 5), ("G20", 6), ("5.30", 6), ("—", 7), ("’s", 1)],
)
def test_shape(word: str, number: int) -> None:
    assert shape(word) == number
