# tries: to overwrite the verdict
# holds: the screen shows it as text
# screen: yes

print('x\r\u2713 passed')
