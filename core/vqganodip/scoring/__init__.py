"""From metric rows to classifiers, score, threshold and verdict. Pure."""
