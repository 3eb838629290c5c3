"""The model page: training, fitting and putting a model into use."""
