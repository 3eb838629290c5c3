"""The METRICS table and the computation of each metric."""
