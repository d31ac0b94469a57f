"""`claimcheck evaluate`."""

import click


@click.group("evaluate", short_help="Reproduce the numbers in the README.")
def evaluate_command() -> None:
    """Reproduce the numbers in the README."""
