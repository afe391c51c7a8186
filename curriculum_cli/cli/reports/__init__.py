"""Findings for other programs: one file for each form, all written from the same result."""
