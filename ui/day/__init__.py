"""`yigui day`: a scripted day in the real windows, and a second reader who counts what it left behind."""
