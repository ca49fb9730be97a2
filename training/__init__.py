"""How the engine is made: public corpora → one small model → the files in the package. ``python -m training``."""
