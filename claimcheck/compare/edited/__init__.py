"""What a changed stretch of a near copy changes: one module for each kind of change.

Each reader takes both claims and the stretch, and returns what it finds; None leaves the stretch to
the next reader, an empty list says that the change means nothing.
"""
