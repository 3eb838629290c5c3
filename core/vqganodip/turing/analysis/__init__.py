"""Rates, intervals and reports of a study. Pure."""
