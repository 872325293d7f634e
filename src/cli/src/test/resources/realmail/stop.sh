#!/usr/bin/env bash
# Ends what start.sh started in this folder.
#   stop.sh FOLDER
folder=$1
postfix -c "$folder/postfix" stop
doveadm -c "$folder/dovecot.conf" stop
