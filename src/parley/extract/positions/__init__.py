"""Positions: what the actors of a text want, offer, refuse, support, and whether they moved."""

from parley.extract.positions.find import find_movement, find_positions

__all__ = ["find_movement", "find_positions"]
