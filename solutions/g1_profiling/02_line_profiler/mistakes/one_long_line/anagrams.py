def letters_of(word):
    return "".join(sorted(word))


def anagrams(words):
    """Groups of words with the same letters, each a list of two words or more.

    The words of a group stand in their order, and the groups in the order of their
    first words.
    """
    keys = [letters_of(word) for word in words]
    groups = []
    for place, key in enumerate(keys):
        if keys.index(key) == place:
            groups.append([w for w, other in zip(words, keys) if other == key])
    return [group for group in groups if len(group) > 1]
