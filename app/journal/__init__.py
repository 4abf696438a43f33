"""The append-only book of facts: the one place that writes them."""
