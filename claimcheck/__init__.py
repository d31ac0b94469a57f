"""claimcheck: who else reports a claim, who contradicts it, and how exactly they differ."""

__version__ = "0.1.0"
