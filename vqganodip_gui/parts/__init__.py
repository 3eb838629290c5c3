"""Names of parts: a placement file laid on the reference board of a model."""
