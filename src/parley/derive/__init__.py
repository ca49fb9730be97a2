"""Pure functions of claims: status, history, contradictions."""
