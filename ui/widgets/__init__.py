"""The parts screens are built of; they hold no data."""
