"""What the words of a sentence tell: syntax, who says it, quantities, times, modality. Pure."""
