# A private PostgreSQL for scripts to source: on a Unix socket in a private folder only, with throw-away data, stopped
# and removed as the script ends, however it ends. As root it runs as an unprivileged user.
#
#   server_start        sets and exports PGHOST, PGUSER, PGDATABASE: psql without options is in
#   server_stop         at once; the script's end does it, too
#
# shellcheck shell=bash

server_dir=
server_as=()

# The folder of the server's programs: PLUMB_PG_BIN, that of pg_config, then the newest in Debian's place.
server_bin() {
  local folder
  for folder in "${PLUMB_PG_BIN:-}" "$(pg_config --bindir 2>/dev/null)" \
    $(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -rV); do
    if [ -x "$folder/initdb" ]; then echo "$folder" && return; fi
  done
  echo "found no initdb; install a PostgreSQL server, or set PLUMB_PG_BIN to the folder of its programs" >&2
  return 1
}

server_start() {
  local bin user
  bin=$(server_bin)
  server_dir=$(mktemp -d)
  # Bash runs this after Ctrl-C and the like as well.
  trap server_stop EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  if [ "$(id -u)" -eq 0 ]; then
    user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    server_as=(setpriv "--reuid=$(id -u "$user")" "--regid=$(id -g "$user")" --clear-groups)
    chown "$user:" "$server_dir"
  fi
  (
    cd "$server_dir"
    "${server_as[@]}" "$bin/initdb" -D data -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >initdb.log 2>&1 &&
      "${server_as[@]}" "$bin/pg_ctl" -D data -w -t 60 -l log start >/dev/null \
        -o "-c listen_addresses= -c unix_socket_directories='$server_dir' -c fsync=off -c max_connections=20"
  ) || {
    cat "$server_dir"/*log >&2
    return 1
  }
  export PGHOST=$server_dir PGUSER=postgres PGDATABASE=postgres
}

server_stop() {
  [ -n "$server_dir" ] || return 0
  local pid
  pid=$(head -n 1 "$server_dir/data/postmaster.pid" 2>/dev/null || true)
  if [ -n "$pid" ] && kill -INT "$pid" 2>/dev/null; then
    for ((i = 0; i < 100; i++)); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.05
    done
    ! kill -QUIT "$pid" 2>/dev/null || sleep 0.5
  fi
  rm -rf "$server_dir"
  server_dir=
}
