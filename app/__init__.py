"""The office itself: what is true and what may be done, without a window, a network or a page."""

__version__ = "0.1.0"
