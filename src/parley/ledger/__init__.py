"""What was read, kept: one schema, two engines. The only room that knows SQL.

``schema`` holds what is only ever added to, ``cache`` the projection of it; ``Ledger`` is the way in.
"""
