"""Names on the board: placement files, and the parts that they put on the picture."""
