"""From an image and its reconstruction to maps, candidates and regions. No torch."""
