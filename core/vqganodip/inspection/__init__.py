"""Takes images through the engine: one, a folder, a benchmark."""
