"""The state machine of a session, its journal and its outputs. Pure."""
