#!/bin/sh
# Keeps the page's server and a browser on it running: whichever ends is started again, and one that does not answer is ended.
# From the environment, for trials: PORT, PROFILE (the browser's folder), CHROMIUM, CHROMIUM_FLAGS, ADDRESS (what is opened).
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${PORT:=4173}" "${PROFILE:=/var/lib/columna}" "${CHROMIUM:=chromium}" "${CHROMIUM_FLAGS:=}"
: "${ADDRESS:=http://localhost:$PORT/?mode=kiosk}"
# time between two looks, s, and looks without an answer after which the server is ended
LOOK_S=2
LOOKS=5
export PORT

server=
browser=
stop() {
  trap - EXIT INT TERM
  [ -n "$browser" ] && kill "$browser" 2>/dev/null
  [ -n "$server" ] && kill "$server" 2>/dev/null
  wait
  exit 0
}
trap stop EXIT INT TERM

is_running() { [ -n "$1" ] && kill -0 "$1" 2>/dev/null; }
is_well() { node "$here/health.js" "$PORT" 2>/dev/null; }

start_server() {
  node "$here/server.js" "$here/page" &
  server=$!
  echo "server $server"
}

start_browser() {
  # what a browser that was cut off left behind would keep another one out
  rm -f "$PROFILE"/Singleton* 2>/dev/null
  # a full disk keeps nothing, but opens the page: then the profile lies in memory
  if ! (mkdir -p "$PROFILE" && : >"$PROFILE/.written" && echo 1 >"$PROFILE/.written") 2>/dev/null; then
    PROFILE=/dev/shm/columna-profile
    mkdir -p "$PROFILE"
    echo "profile in memory"
  fi
  # the flags are words
  # shellcheck disable=SC2086
  "$CHROMIUM" --kiosk --user-data-dir="$PROFILE" --no-first-run --noerrdialogs --disable-infobars \
    --hide-crash-restore-bubble --disable-session-crashed-bubble --disable-pinch \
    --overscroll-history-navigation=0 --autoplay-policy=no-user-gesture-required \
    --check-for-update-interval=31536000 $CHROMIUM_FLAGS "$ADDRESS" &
  browser=$!
  echo "browser $browser"
}

silent=0
while :; do
  if ! is_running "$server"; then
    start_server
    silent=0
  fi
  if is_well; then
    silent=0
    is_running "$browser" || start_browser
  else
    silent=$((silent + 1))
    if [ "$silent" -ge "$LOOKS" ]; then
      echo "server $server does not answer"
      kill -9 "$server" 2>/dev/null
      silent=0
    fi
  fi
  # waiting for it, so that a signal is heard at once
  sleep "$LOOK_S" &
  wait $!
done
