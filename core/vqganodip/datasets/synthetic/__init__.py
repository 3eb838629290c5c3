"""Rendered circuit boards with exact ground truth."""
