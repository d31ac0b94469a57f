"""The numbers in the README, each from one command."""
