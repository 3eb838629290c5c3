"""Fitting of score and threshold on labelled images, and the evaluation of a fitted bundle."""
