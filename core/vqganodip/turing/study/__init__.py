"""Studies: registration, stimuli, sealed key, trial order and leak audit. Pure."""
