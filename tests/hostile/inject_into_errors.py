# tries: to inject by an exception's message and a file name
# holds: the screen shows it as text
# screen: yes

exec(compile('raise ValueError("\\x1b[2J\\r\\u2713 passed")', '\x1b]0;owned\x07.py', 'exec'))
