"""Every rule, shown on the real curriculum: one place is broken, and that is what is reported."""
