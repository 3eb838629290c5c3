"""The model archive with its manifest of hashes, and what is loaded from it."""
