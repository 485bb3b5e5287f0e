"""Which figures of several articles count the same people of the same happening."""
