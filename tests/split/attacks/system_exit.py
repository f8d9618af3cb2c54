# tries: leaving politely
sys.exit(0)
