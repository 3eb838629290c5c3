"""The presentation window of the Visual Turing Test: full screen, grey, bit-exact, timed."""
