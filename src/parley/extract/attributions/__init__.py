"""Who says so: attributions (source, cue, content) of an article."""

from parley.extract.attributions.cover import Cover, chain_of, innermost
from parley.extract.attributions.find import find_attributions

__all__ = ["Cover", "chain_of", "find_attributions", "innermost"]
