# tries: to colour the screen, clear it and set its title
# holds: the screen shows it as text
# screen: yes

print('\x1b[2J\x1b]0;owned\x07\x1b[32m\u2713 passed\x1b[0m')
