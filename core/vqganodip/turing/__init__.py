"""The Visual Turing Test: preparing studies, running sessions, analysing answers."""
