"""Measuring: public tools only, each program on the same text, everything as ratios."""
