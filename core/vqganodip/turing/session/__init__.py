"""Sessions: state machine, journal, outputs and unblinding. Pure."""
