"""What pronouns, short names and descriptions refer to, and how a claim reads on its own."""

from claimcheck.annotate.references.readings import Reading, reading
from claimcheck.annotate.references.resolution import Reference, ReferenceKind, resolve

__all__ = ["Reading", "Reference", "ReferenceKind", "reading", "resolve"]
