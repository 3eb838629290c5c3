"""The Turing test page and its session screens."""
