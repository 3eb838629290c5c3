"""Translation of texts, engine messages and numbers."""
