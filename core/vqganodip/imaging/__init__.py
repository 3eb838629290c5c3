"""Pixels in, registered pixels out."""
