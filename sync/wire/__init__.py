"""What travels: the same bytes over HTTP, through a hub and on a stick."""
