def letters_of(word):
    return "".join(sorted(word))


def anagrams(words):
    """Groups of words with the same letters, each a list of two words or more.

    The words of a group stand in their order, and the groups in the order of their
    first words.
    """
    groups = {}
    for word in words:
        groups.setdefault(letters_of(word), []).append(word)
    return [group for group in groups.values() if len(group) > 1]
