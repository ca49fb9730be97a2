"""Measuring: scores on annotated texts, floors, benchmarks. Not part of the package."""
