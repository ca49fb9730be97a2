"""Pure functions of claims: status, history, contradictions, in one article and over many."""

from parley.derive.cases import case, cases

__all__ = ["case", "cases"]
