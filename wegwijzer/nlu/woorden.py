"""Dutch tokens by spaCy's blank `nl` pipeline, with lemmas looked up by simplemma: nothing downloaded."""

from __future__ import annotations

from typing import Any

import simplemma
import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

LANGSTE = 40
"""A longer token is no word (characters)."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class Woorden(Tokenizer):
    """Tokens with their offsets and lemmas."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Rasa's own settings for tokenizers."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._nl = spacy.blank("nl")

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Woorden:
        """See the parent class."""
        return cls(config)

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed."""
        return ["spacy"]

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The tokens of one text, white space left out."""
        doc = self._nl.make_doc(message.get(attribute) or "")
        return [
            Token(t.text, t.idx, t.idx + len(t), lemma=simplemma.lemmatize(t.text[:LANGSTE], lang="nl"))
            for t in doc
            if not t.is_space
        ]
