"""Preparing, auditing and sealing a study. Pure."""
