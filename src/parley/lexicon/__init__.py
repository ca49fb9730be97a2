"""Words and names as data: YAML is the source of truth, compiled into one file that loads fast."""
