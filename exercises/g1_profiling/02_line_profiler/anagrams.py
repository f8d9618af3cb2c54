def same_letters(one, other):
    letters = list(other)
    for letter in one:
        if letter not in letters:
            return False
        letters.remove(letter)
    return not letters


def anagrams(words):
    """Groups of words with the same letters, each a list of two words or more.

    The words of a group stand in their order, and the groups in the order of their
    first words.
    """
    groups = []
    for word in words:
        for group in groups:
            if same_letters(group[0], word):
                group.append(word)
                break
        else:
            groups.append([word])
    return [group for group in groups if len(group) > 1]
