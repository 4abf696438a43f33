"""The wire, both ends: one round at a time, over any carrier."""
