"""Linked image panels, shared by review and threshold."""
