"""What people see in a browser: pages and pictures made from rows, with no network and no server.

Everything here takes plain rows (as ``parley.ledger`` and ``parley.model`` give them) and returns text.
"""
