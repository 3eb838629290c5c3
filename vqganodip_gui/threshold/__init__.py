"""The parts of the threshold page: the histogram with its line, the figures, the log."""
