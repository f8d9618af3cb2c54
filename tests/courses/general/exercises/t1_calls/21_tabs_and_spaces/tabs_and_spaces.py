def double(number):
        if number:
		return number * 2
        return 0
