"""Work on many processes and computers through Dask: addresses, connection, workers."""
