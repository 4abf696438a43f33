"""A whole day at one counter, without windows."""
