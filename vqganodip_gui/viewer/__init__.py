"""The linked image panels that review and threshold share."""
