# tries: to let other programs read
# holds: the canary is not read

import subprocess

for program in (['cat', '@CANARY@'], ['grep', '-r', '', '@OUTSIDE@'], ['dd', 'if=@CANARY@']):
    print(subprocess.run(program, capture_output=True, text=True).stdout)
