"""The review page: queue, judging, regions."""
