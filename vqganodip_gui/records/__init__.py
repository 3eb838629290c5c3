"""The records page: judgments, shift, operators and places."""
