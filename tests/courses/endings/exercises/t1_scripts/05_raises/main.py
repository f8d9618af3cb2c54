def shout(word):
    return word.upper()


print("hello")
print(shout(None))
