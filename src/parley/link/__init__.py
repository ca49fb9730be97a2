"""Is it the same encounter, the same actor? From reports and appearances to clusters: pure functions.

``clusters`` is the whole; ``update`` re-decides only what new reports can change. Features that weigh in a decision are
named functions (``parley.link.features``) whose docstrings are what the user sees.
"""

from parley.link.blocks import keys
from parley.link.clusters import clusters
from parley.link.review import queue

__all__ = ["clusters", "keys", "queue"]
