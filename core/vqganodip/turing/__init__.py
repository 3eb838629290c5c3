"""The Visual Turing Test: study, session, analysis."""
