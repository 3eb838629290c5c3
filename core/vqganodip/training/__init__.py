"""Trains a bundle as a generator of typed events."""
