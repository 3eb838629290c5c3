"""The Visual Turing Test: can experts tell reconstructed boards from real ones (paper section 4.2.2)."""
