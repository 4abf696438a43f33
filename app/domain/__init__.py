"""Pure rules and their types; standard library only, and no clock."""
