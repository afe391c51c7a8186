"""From leaf views to HTML."""
