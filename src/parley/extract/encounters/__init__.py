"""Encounters: triggers → parties, setting and state of each mention → the same encounter → claims."""
