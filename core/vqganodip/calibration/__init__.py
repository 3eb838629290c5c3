"""Fits score and threshold on labelled images, and reports what they can promise."""
