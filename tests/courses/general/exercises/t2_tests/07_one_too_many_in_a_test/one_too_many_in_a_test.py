def count(text, letter):
    found = 1
    for index in range(len(text)):
        if text[index] == letter:
            found += 1
    return found
