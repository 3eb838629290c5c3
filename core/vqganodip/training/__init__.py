"""Training of bundles, as generators of typed events."""
