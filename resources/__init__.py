"""Data, no code: catalogue, calendars, offices, fonts, icons, words, style."""
