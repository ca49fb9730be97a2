"""Feeds and pages watched: new articles are read and added, and what changed is told."""
