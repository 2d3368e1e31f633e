"""Reading one article by rules: furniture, sentences, names, numbers, who says what. No model, no network."""
