# tries: to turn the direction of text
# holds: the screen shows it as text
# screen: yes

print('\u202edessap\u202c \u2066x\u2069')
