"""Training loops, their data and their run folders."""
