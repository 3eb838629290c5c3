"""Rendered circuit boards: an unlimited, exactly labelled stand-in for photographs of a production line."""
