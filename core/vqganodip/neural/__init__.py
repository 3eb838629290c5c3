"""The networks, and the only folder that imports torch. Everything outside comes in through ``neural.session``."""
