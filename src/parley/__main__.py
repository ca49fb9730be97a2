"""``python -m parley`` is ``parley``."""

from parley.cli import start

start()
