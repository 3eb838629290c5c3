"""Making a model: what the page shows, and the processes of the command line that do the work."""
