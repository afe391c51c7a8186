"""From a checked curriculum to documents: ordered leaves of plain data, no HTML."""
