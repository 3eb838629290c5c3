"""Inspection of single images and folders, and its benchmark."""
