"""What to make, what to skip, where to put it."""
