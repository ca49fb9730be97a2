"""The command line: a thin face over ``parley.api``. The only room that knows click and rich."""
