"""From metric rows to the composite anomaly score: preprocessing, classifiers, search, leave-one-out, report."""
