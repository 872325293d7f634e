#!/usr/bin/env bash
# Runs Debian's Dovecot (2.3 or 2.4) on loopback in one folder until it is ended; needs root, as the server changes user.
#   start.sh FOLDER IMAP-PORT IMAPS-PORT open|strict
# FOLDER/accounts holds one "address:password" a line, FOLDER/masters the same for master users; mail lies in
# FOLDER/mail/ADDRESS/Maildir; FOLDER/more.conf is added to the configuration. "strict" subjects
# the master user to access rights, so that he may open nothing.
set -euo pipefail
folder=$1 imap=$2 imaps=$3 rights=$4
user=mail
uid=$(id -u "$user") gid=$(id -g "$user")
mkdir -p "$folder/run" "$folder/state" "$folder/tls" "$folder/mail"
chmod 755 "$folder" "$folder/run" "$folder/mail"

if [ ! -s "$folder/tls/server.pem" ]; then
  cd "$folder/tls"
  {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=test authority" \
      -addext basicConstraints=critical,CA:TRUE -keyout ca.key -out ca.pem
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=mail.shop.example" -keyout server.key -out server.csr
    printf 'subjectAltName=IP:127.0.0.1,DNS:mail.shop.example\n' > names
    openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out server.pem
  } 2> openssl.log
  cd /
fi

: > "$folder/users"
while IFS=: read -r address password; do
  printf '%s:{PLAIN}%s:%s:%s::%s\n' "$address" "$password" "$uid" "$gid" "$folder/mail/$address" >> "$folder/users"
done < "$folder/accounts"
sed 's/:/:{PLAIN}/' "$folder/masters" > "$folder/master-users"
chown root:dovecot "$folder/users" "$folder/master-users"
chmod 640 "$folder/users" "$folder/master-users"
chown -R "$user:$(id -gn "$user")" "$folder/mail"

version=$(dovecot --version)
acl_user=''
{
  case $version in
    2.4*)
      [ "$rights" = strict ] || acl_user='acl_user = %{user}'
      cat <<C
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
mail_driver = maildir
mail_path = ~/Maildir
mail_plugins = acl
acl_driver = vfile
$acl_user
auth_allow_cleartext = no
ssl_server_cert_file = $folder/tls/server.pem
ssl_server_key_file = $folder/tls/server.key
passdb masters {
  driver = passwd-file
  passwd_file_path = $folder/master-users
  master = yes
  result_success = continue
}
passdb users {
  driver = passwd-file
  passwd_file_path = $folder/users
}
userdb users {
  driver = passwd-file
  passwd_file_path = $folder/users
}
log_debug = event=imap_id_received
protocol imap {
  mail_plugins {
    imap_acl = yes
  }
}
C
      ;;
    *)
      [ "$rights" = strict ] || acl_user='acl_user = %u'
      cat <<C
mail_location = maildir:~/Maildir
mail_plugins = acl
plugin {
  acl = vfile
  $acl_user
}
disable_plaintext_auth = yes
ssl_cert = <$folder/tls/server.pem
ssl_key = <$folder/tls/server.key
passdb {
  driver = passwd-file
  args = $folder/master-users
  master = yes
  result_success = continue
}
passdb {
  driver = passwd-file
  args = $folder/users
}
userdb {
  driver = passwd-file
  args = $folder/users
}
imap_id_log = *
protocol imap {
  mail_plugins = acl imap_acl
}
C
      ;;
  esac
  cat <<C
protocols = imap
listen = 127.0.0.1
base_dir = $folder/run
state_dir = $folder/state
log_path = $folder/dovecot.log
ssl = yes
auth_mechanisms = plain login
auth_master_user_separator = *
auth_verbose = yes
auth_failure_delay = 0
first_valid_uid = 1
first_valid_gid = 1
mail_uid = $uid
mail_gid = $gid
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
  }
  mailbox Trash {
    special_use = \\Trash
  }
}
service imap-login {
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = $imaps
    ssl = yes
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
C
  [ ! -e "$folder/more.conf" ] || cat "$folder/more.conf"
} > "$folder/dovecot.conf"
exec dovecot -F -c "$folder/dovecot.conf"
