"""Network architectures, losses and pretrained weights."""
