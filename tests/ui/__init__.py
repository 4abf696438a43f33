"""Real key events into real windows, without a screen."""
