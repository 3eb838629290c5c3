"""The workspace on disk: SQLite, hash chain, panels."""
