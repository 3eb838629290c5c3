"""Folders of images with their labels, ground truth and tables."""
