#!/usr/bin/env bash
# Starts Debian's Dovecot 2.3 with Pigeonhole, and Postfix, on loopback ports, all state in one folder; needs root, as the
# servers change user. FOLDER/ports holds NAME=PORT lines, FOLDER/accounts one "address:password" a line, FOLDER/masters the
# same for master users; mail lies in FOLDER/mail/ADDRESS. Nothing leaves the machine: all other domains go to port OUTSIDE.
#   start.sh FOLDER DOMAIN
set -euo pipefail
folder=$1 domain=$2
. "$folder/ports"
export TZ=Asia/Tokyo
user=mail
uid=$(id -u "$user") gid=$(id -g "$user")
mkdir -p "$folder"/{run,state,tls,mail,logs,queue,lib,postfix}
chmod 755 "$folder" "$folder"/{run,mail,logs,postfix}

cd "$folder/tls"
{
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=test authority" \
    -addext basicConstraints=critical,CA:TRUE -keyout ca.key -out ca.pem
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=mail.$domain" -keyout server.key -out server.csr
  printf 'subjectAltName=IP:127.0.0.1\n' > names
  openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out server.pem
} 2> openssl.log
cd /

: > "$folder/users"
: > "$folder/postfix/mailboxes"
while IFS=: read -r address password; do
  printf '%s:{PLAIN}%s:%s:%s::%s\n' "$address" "$password" "$uid" "$gid" "$folder/mail/$address" >> "$folder/users"
  printf '%s x\n' "$address" >> "$folder/postfix/mailboxes"
done < "$folder/accounts"
sed 's/:/:{PLAIN}/' "$folder/masters" > "$folder/master-users"
chown root:dovecot "$folder/users" "$folder/master-users"
chmod 640 "$folder/users" "$folder/master-users"
chown -R "$user:$(id -gn "$user")" "$folder/mail"

cat > "$folder/dovecot.conf" <<C
protocols = imap lmtp sieve
listen = 127.0.0.1
base_dir = $folder/run
state_dir = $folder/state
import_environment = TZ
log_path = $folder/logs/dovecot.log
auth_verbose = yes
auth_failure_delay = 0
auth_mechanisms = plain
auth_master_user_separator = *
first_valid_uid = 1
first_valid_gid = 1
mail_uid = $uid
mail_gid = $gid
mail_location = maildir:~/Maildir
mail_plugins = notify mail_log acl quota
mail_attribute_dict = file:%h/attributes
ssl = required
ssl_cert = <$folder/tls/server.pem
ssl_key = <$folder/tls/server.key
haproxy_trusted_networks = 127.0.0.1
imap_id_log = *
imap_metadata = yes
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
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
  }
  mailbox Junk {
    special_use = \\Junk
  }
  mailbox Trash {
    special_use = \\Trash
  }
}
plugin {
  acl = vfile
  acl_user = %u
  quota = maildir:User quota
  mail_log_events = delete expunge save copy mailbox_create mailbox_delete mailbox_rename flag_change
  mail_log_fields = uid box msgid size from subject flags
  sieve = file:~/sieve;active=~/.dovecot.sieve
}
protocol imap {
  mail_plugins = notify mail_log acl quota imap_acl imap_quota
}
protocol lmtp {
  mail_plugins = notify mail_log acl quota sieve
  postmaster_address = postmaster@$domain
}
submission_host = 127.0.0.1:$OUTSIDE
service auth {
  unix_listener $folder/queue/auth {
    mode = 0660
    user = postfix
  }
}
service imap-login {
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = $IMAPS
    ssl = yes
  }
  inet_listener imap_from {
    port = $IMAP_FROM
    haproxy = yes
  }
}
service managesieve-login {
  inet_listener sieve {
    port = $SIEVE
  }
  inet_listener sieve_from {
    port = $SIEVE_FROM
    haproxy = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = $LMTP
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

cat > "$folder/postfix/main.cf" <<C
compatibility_level = 3.6
config_directory = $folder/postfix
queue_directory = $folder/queue
data_directory = $folder/lib
maillog_file = $folder/logs/mail.log
maillog_file_prefixes = $folder/logs
multi_instance_name = postfix-mimawari-test
import_environment = MAIL_CONFIG MAIL_DEBUG MAIL_LOGTAG TZ LANG=C POSTLOG_SERVICE POSTLOG_HOSTNAME
export_environment = TZ MAIL_CONFIG LANG
syslog_name = postfix
myhostname = mail.$domain
mydomain = $domain
myorigin = $domain
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
mynetworks =
alias_maps =
alias_database =
local_recipient_maps =
virtual_mailbox_domains = $domain
virtual_mailbox_maps = texthash:$folder/postfix/mailboxes
virtual_transport = lmtp:inet:127.0.0.1:$LMTP
default_transport = smtp:[127.0.0.1]:$OUTSIDE
disable_dns_lookups = yes
smtp_tls_security_level = none
smtpd_tls_cert_file = $folder/tls/server.pem
smtpd_tls_key_file = $folder/tls/server.key
smtpd_tls_security_level = may
smtpd_sasl_type = dovecot
smtpd_sasl_path = auth
smtpd_sasl_authenticated_header = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_authorized_xclient_hosts = 127.0.0.1
smtpd_peername_lookup = no
smtp_connection_cache_on_demand = yes
maximal_queue_lifetime = 1d
notify_classes =
biff = no
append_dot_mydomain = no
mailbox_size_limit = 0
C
cat > "$folder/postfix/master.cf" <<C
127.0.0.1:$MX inet n - n - - smtpd
127.0.0.1:$SUBMISSION inet n - n - - smtpd
  -o syslog_name=postfix/submission
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - 8 smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - 4 lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
C
chown postfix "$folder/lib"
: > "$folder/logs/mail.log"
dovecot -c "$folder/dovecot.conf"
postfix -c "$folder/postfix" start
