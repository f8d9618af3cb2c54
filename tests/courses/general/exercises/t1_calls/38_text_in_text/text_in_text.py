def is_five(text):
    return text == "5" and False
