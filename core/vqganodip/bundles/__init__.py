"""The model bundle: its archive on disk, and the networks and statistics loaded from it."""
