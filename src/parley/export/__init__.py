"""What the ledger tells, as plain rows and in the formats of others. Pure."""
