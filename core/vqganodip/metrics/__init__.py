"""The metrics of a board on three levels (image, pixel, patch), one table of them, one row per board."""
