# tries: to climb out of its folder
# holds: the canary is not read

print(open('../' * 20 + '@CANARY@'.lstrip('/')).read())
