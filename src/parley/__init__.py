"""Parley reads news about diplomacy and keeps an auditable account of who is to meet whom."""
