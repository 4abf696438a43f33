"""The HTTP service all stations sync with: the same journal table, the same ledgers."""
