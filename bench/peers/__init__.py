"""The other programs that make a book of the same text, each driven as its manual says."""
