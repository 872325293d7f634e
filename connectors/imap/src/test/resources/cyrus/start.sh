#!/usr/bin/env bash
# Runs Cyrus (3.6 or later) with IMAP and its Sieve server on loopback in one folder until it is ended; needs root.
# Debian does not install cyrus-imapd beside Dovecot; unpacked below /opt/cyrus-imapd it does as well.
#   start.sh FOLDER IMAPS-PORT SIEVE-PORT
# FOLDER/accounts holds one "name:password" a line, FOLDER/masters the same for administrators who may act for others.
set -euo pipefail
folder=$1 imaps=$2 sieve=$3
domain=shop.example
bin=/usr/lib/cyrus/bin
imapd=$bin/imapd
[ -x "$imapd" ] || imapd=/opt/cyrus-imapd/usr/lib/cyrus/bin/imapd
mkdir -p "$folder"/{etc,tls,mail,cyrus/{socket,proc,lock,db,sieve}}
chmod 755 "$folder" "$folder"/{etc,mail,cyrus}
cd "$folder/tls"
{
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=test authority" \
    -addext basicConstraints=critical,CA:TRUE -keyout ca.key -out ca.pem
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=mail.shop.example" -keyout server.key -out server.csr
  printf 'subjectAltName=IP:127.0.0.1,DNS:mail.shop.example\n' > names
  openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out server.pem
} 2> openssl.log
cd /
for file in accounts masters; do
  while IFS=: read -r name password; do
    for realm in "$domain" "$(hostname)"; do
      printf %s "$password" | saslpasswd2 -p -c -f "$folder/etc/sasldb2" -u "$realm" "$name"
    done
  done < "$folder/$file"
done
cat > "$folder/etc/imapd.conf" <<C
configdirectory: $folder/cyrus
proc_path: $folder/cyrus/proc
mboxname_lockpath: $folder/cyrus/lock
defaultpartition: default
partition-default: $folder/mail
admins: cyrus
proxyservers: $(cut -d: -f1 "$folder/masters" | tr '\n' ' ')
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: $folder/etc/sasldb2
sasl_mech_list: PLAIN
virtdomains: userid
defaultdomain: $domain
servername: $domain
unixhierarchysep: yes
altnamespace: yes
sieveusehomedir: false
sievedir: $folder/cyrus/sieve
autocreate_post: yes
autocreate_quota: 0
autocreate_inbox_folders: Sent|Trash
xlist-sent: Sent
xlist-trash: Trash
tls_server_cert: $folder/tls/server.pem
tls_server_key: $folder/tls/server.key
syslog_prefix: cyrus
C
cat > "$folder/etc/cyrus.conf" <<C
START {
  recover cmd="$bin/ctl_cyrusdb -C $folder/etc/imapd.conf -r"
}
SERVICES {
  imaps cmd="$imapd -C $folder/etc/imapd.conf -s -U 30" listen="127.0.0.1:$imaps" prefork=1 maxchild=20
  sieve cmd="$bin/timsieved -C $folder/etc/imapd.conf" listen="127.0.0.1:$sieve" prefork=1 maxchild=20
}
C
chown -R cyrus:mail "$folder"/{cyrus,mail,etc,tls}
chmod 640 "$folder/etc/sasldb2"
exec "$bin/master" -C "$folder/etc/imapd.conf" -M "$folder/etc/cyrus.conf" -p "$folder/master.pid"
