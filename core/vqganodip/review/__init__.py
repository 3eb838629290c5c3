"""Rules of judging: queue, accounts, blind work, consensus, escapes. Pure."""
