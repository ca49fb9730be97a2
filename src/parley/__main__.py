"""``python -m parley`` is ``parley``."""

from parley.cli.main import main

main()
