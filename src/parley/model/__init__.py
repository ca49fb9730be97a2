"""Frozen values: what each stage hands to the next."""
