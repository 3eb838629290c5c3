"""Analysis of an unblinded study: rates, intervals, agreement and tables. Pure."""
