"""Rules of judging: queue, accounts, blind judgments, consensus, escapes. Pure."""
