"""What takes long."""


def count(text, word):
    """Count how often the word occurs; small and capital letters are the same."""
    return text.lower().split().count(word.lower())
