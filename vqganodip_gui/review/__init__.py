"""Review page: queue, panels, judgments, regions."""
