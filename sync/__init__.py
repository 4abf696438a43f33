"""The wire, both ends: what a station and central tell each other, and when."""
