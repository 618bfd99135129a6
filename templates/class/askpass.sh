#!/bin/sh
# What git asks for when it reads a private repository: any user name, and the token as the password.
case "$1" in
  Username*) echo x-access-token ;;
  *) echo "$CLASS_TOKEN" ;;
esac
