"""Is it the same encounter, the same actor? From reports and appearances to clusters: pure functions."""
