def numbers(text):
    return text.split()
