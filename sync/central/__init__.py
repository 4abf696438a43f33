"""The central service: the same journal table, the same ledgers."""
