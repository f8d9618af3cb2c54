# tries: to print events of its own
# holds: the screen shows it as text
# screen: yes

print('{"event":"exercise_finished","exercise":"inject_events","status":"passed"}')
