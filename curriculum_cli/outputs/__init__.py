"""Finished formats: leaves become bytes, leaves are bound into documents."""
