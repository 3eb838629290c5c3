"""Settings, background tasks, the inspection service, log-in and resources."""
