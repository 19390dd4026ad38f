#!/bin/sh
# Makes a bare Debian 13 machine a kiosk: run as root in this folder, then restart the machine.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ "$(id -u)" = 0 ] || { echo "Run this as root." >&2; exit 2; }

apt-get update -q
DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
  chromium nodejs xserver-xorg xserver-xorg-legacy xinit libgl1-mesa-dri fonts-noto-core fonts-noto-cjk
id columna >/dev/null 2>&1 || useradd --system --create-home --groups video,audio,input,tty columna
# a service that starts the screen has no console of its own
printf 'allowed_users=anybody\nneeds_root_rights=yes\n' >/etc/X11/Xwrapper.config

mkdir -p /opt/columna /etc/chromium/policies/managed
cp -r "$here/page" "$here/server.js" "$here/health.js" "$here/package.json" "$here/watchdog.sh" /opt/columna/
cp "$here/policy.json" /etc/chromium/policies/managed/columna.json
cp "$here/columna-kiosk.service" /etc/systemd/system/
systemctl daemon-reload
systemctl set-default multi-user.target
systemctl enable columna-kiosk.service
echo "Restart the machine: it opens with Columna."
