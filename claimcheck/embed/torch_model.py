"""The model as one torch module: token ids in, unit vectors out."""

from __future__ import annotations

from typing import Any

import torch

from claimcheck.embed.recipe import Pooling, Recipe


class SentenceModule(torch.nn.Module):
    """Transformer, pooling and normalisation in a row."""

    def __init__(self, recipe: Recipe, attention: str, dtype: torch.dtype) -> None:
        from transformers import AutoModel

        super().__init__()
        self.transformer: Any = AutoModel.from_pretrained(
            recipe.folder,
            attn_implementation=attention,
            dtype=dtype,
            use_safetensors=True,
            local_files_only=True,
            trust_remote_code=False,
        ).eval()
        self.pooling = recipe.pooling

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Return unit vectors (texts, dimension) for ids and mask (texts, tokens)."""
        output = self.transformer(input_ids=input_ids, attention_mask=attention_mask)
        tokens = output.last_hidden_state.float()
        if self.pooling is Pooling.CLS:
            pooled = tokens[:, 0]
        else:
            weights = attention_mask.unsqueeze(-1).to(tokens.dtype)
            pooled = (tokens * weights).sum(1) / weights.sum(1).clamp(min=1)
        return torch.nn.functional.normalize(pooled, dim=1)
