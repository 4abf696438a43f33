"""Disposable tables posted from the journal, always rebuildable."""
