"""The screens: they ask the office and show what it says."""
