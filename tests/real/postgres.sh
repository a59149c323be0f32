# A season of a fleet in Debian's own PostgreSQL, in a temporary folder, on loopback: what is loaded agrees with the books of who
# made the season up, readers see no small cell, and a server that is down, locked, stopped or killed costs a clear line and no row.
[[ -w /dev/shm ]] && export TMPDIR=/dev/shm
source "$(dirname "$0")/common.sh"

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[[ -x $bin/initdb ]] || bin=$(pg_config --bindir)
[[ -x $bin/initdb ]] || fail "no PostgreSQL server (package postgresql-15)"
as_server=()
# PostgreSQL refuses to be root's.
((EUID)) || as_server=(setpriv --reuid=postgres --regid=postgres --clear-groups)
unset PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE PGOPTIONS PGSERVICE
export PGPASSFILE=$work/none

server=
whole_server() { echo "$server" $(ps -o pid= --ppid "$server"); } # its process, and one for each connection
kill_server() {
  [[ -n $server ]] || return 0
  kill -KILL $(whole_server) 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}
# One that is killed leaves shared memory behind, which the next one in its folder clears away: the last one has to stop by itself.
stop_server() {
  [[ -n $server ]] || return 0
  kill -CONT $(whole_server) 2>/dev/null || true
  kill -INT "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
}
trap 'stop_server; kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
chmod 711 "$work"
mkdir "$work/server"
((EUID)) || chown postgres "$work/server"
(cd "$work/server" && "${as_server[@]}" "$bin/initdb" -D "$work/server/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$work/initdb" 2>&1) ||
  { cat "$work/initdb"; fail "initdb"; }
printf 'local all all trust\nhost all guest 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n' |
  "${as_server[@]}" tee "$work/server/data/pg_hba.conf" >/dev/null

# start_server: a port that another program has is left to it.
start_server() {
  local attempt
  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 12000))
    (cd "$work/server" && exec "${as_server[@]}" "$bin/postgres" -D "$work/server/data" -k "$work/server" -h 127.0.0.1 -p "$port") \
      >>"$work/log" 2>&1 &
    server=$!
    for _ in $(seq 100); do
      kill -0 "$server" 2>/dev/null || break
      sql postgres 'SELECT 1' >/dev/null 2>&1 && return
      sleep 0.1
    done
    kill_server
  done
  cat "$work/log"
  fail "PostgreSQL does not start"
}
sql() { "$bin/psql" -XAtq -v ON_ERROR_STOP=1 -F, -h "$work/server" -p "$port" -U postgres -d "$1" -c "$2"; }
as_reader() { "$bin/psql" -XAtq -v ON_ERROR_STOP=1 -F, -h "$work/server" -p "$port" -U reader -d figures -c "$1"; }
url() { echo "postgresql://office@127.0.0.1:$port/$1"; }
log="$KIOSK_BIN/kiosk-log"
# Everything that is stored, in one word.
stored() {
  sql "$1" "SELECT md5(string_agg(line, ';' ORDER BY line)) FROM (
    SELECT 'tally' || t AS line FROM kiosk.tally t UNION ALL SELECT 'item' || t FROM kiosk.item t UNION ALL SELECT 'source' || t FROM kiosk.source t
    UNION ALL SELECT 'release' || t FROM kiosk.release t UNION ALL SELECT 'released' || t FROM kiosk.released t
    UNION ALL SELECT 'kiosk' || t FROM kiosk.kiosk t UNION ALL SELECT 'log' || t FROM kiosk.machine_log t) AS all_of_it"
}
same() { diff "$1" "$2" >"$work/difference" || { head -20 "$work/difference"; fail "$3"; }; }

season=$work/season
"$KIOSK_BIN/kiosk-season" --content "$KIOSK_SOURCES/content" --out "$season" --kiosks 6 --days 40 --visits 40 --twice >/dev/null
tail -n +2 "$season/open.csv" | sort >"$work/open"
totals_agree() {
  sql "$1" 'SELECT i.measure, i.item, sum(t.n) FROM kiosk.tally t JOIN kiosk.item i ON i.id = t.item GROUP BY 1, 2' | sort >"$work/totals"
  same "$work/open" "$work/totals" "$2"
}

start_server
sql postgres "CREATE ROLE office LOGIN; CREATE ROLE guest LOGIN PASSWORD 'sesame-17'; CREATE ROLE reader LOGIN"
sql postgres 'CREATE DATABASE figures OWNER office'
sql postgres 'CREATE DATABASE broken OWNER office'

# Who may not make roles is told what an administrator has to run; that is run to the letter.
expect 0 'have an administrator run: ' "$log" load "$(url figures)" "$season/packages/kiosk-003-2026-11-21"
sql figures "$(sed -n 's/.*have an administrator run: \(.*\))$/\1/p' "$work/said"); GRANT kiosk_reader TO reader"

# Shuffled, each package twice, mid-season ones among them; then once more.
mapfile -t packages < <(printf '%s\n' "$season/packages"/* "$season/packages"/* | shuf)
expect 0 '24 packages of 6 databases' "$log" load "$(url figures)" "${packages[@]}"
! grep warning "$work/said" || fail "a warning about nothing"
totals_agree figures 'totals differ from the books'
before=$(stored figures)
expect 0 ' 0 of them new or raised; 0 new releases, 0 new entries' "$log" load "$(url figures)" "$season/packages"
[[ $(stored figures) == "$before" ]] || fail "the same packages changed something"
# An older package lowers nothing.
expect 0 ' 0 of them new or raised; 0 new releases, 0 new entries' "$log" load "$(url figures)" "$season/packages/kiosk-001-2026-11-21"
[[ $(stored figures) == "$before" ]] || fail "an older package changed something"

# What is lower there, or missing, is raised.
sql figures 'DELETE FROM kiosk.tally WHERE item % 7 = 0; UPDATE kiosk.tally SET n = n - 1 WHERE n > 1'
expect 0 '12 packages of 6 databases' "$log" load "$(url figures)" "$season/packages"
[[ $(stored figures) == "$before" ]] || fail "counts were not raised to the highest"

# Readers see what is released, each cell of the books that has ten or more, and none of the others.
as_reader "SELECT kiosk, to_char(first_day, 'YYYY-MM'), measure, item, n FROM kiosk.report_reach WHERE language = '*' AND item <> '*'" |
  sort >"$work/published"
# The last month of a season is not over, so not released.
months=$(cut -d, -f2 "$work/published" | sort -u)
[[ -n $months ]] || fail "nothing of reporting is published"
tail -n +2 "$season/reporting.csv" | awk -F, -v months="$months" 'index(months, $2) && $5 >= 10' | sort >"$work/books"
same "$work/books" "$work/published" "published cells differ from the books"
[[ $(tail -n +2 "$season/reporting.csv" | awk -F, -v months="$months" 'index(months, $2) && $5 < 10' | wc -l) -gt 0 ]] || fail "the season has no small cell"

# Readers see views, no table, and no number below ten in any.
while read -r name; do
  ! as_reader "SELECT FROM kiosk.$name LIMIT 1" >/dev/null 2>&1 || fail "a reader reads kiosk.$name"
done < <(sql figures "SELECT relname FROM pg_class WHERE relnamespace = 'kiosk'::regnamespace AND relkind IN ('r', 'p')"; echo monthly_sums)
! as_reader 'CREATE TABLE kiosk.mine ()' >/dev/null 2>&1 || fail "a reader makes a table"
views=$(as_reader "SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'kiosk'")
for view in daily_visits languages question_learning quiz_learning quiz_reach page_reach display_reach reading_aids report_reach kiosk_health measures; do
  grep -qx "$view" <<<"$views" || fail "a reader does not see $view"
done
for view in $views; do
  [[ $(as_reader "SELECT count(*) FROM kiosk.$view") -gt 0 ]] || [[ $view == display_reach ]] || fail "$view is empty"
  [[ $view == kiosk_health || $view == measures ]] && continue # of machines, not of people
  while read -r column; do
    [[ $(as_reader "SELECT count(*) FROM kiosk.$view WHERE $column BETWEEN 0 AND 9") == 0 ]] || fail "$view.$column has numbers below ten"
  done < <(as_reader "SELECT column_name FROM information_schema.columns WHERE table_schema = 'kiosk' AND table_name = '$view' AND data_type IN ('smallint', 'integer', 'bigint')")
done
small="FROM (SELECT sum(n) FROM kiosk.tally t JOIN kiosk.item i ON i.id = t.item AND measure = 'visits' GROUP BY kiosk, day, language HAVING sum(n) < 10) AS cell"
[[ $(sql figures "SELECT count(*) $small") -gt 0 ]] || fail "the season has no small days"
[[ $(as_reader "SELECT sum(visits) FROM kiosk.daily_visits") -le $(sql figures "SELECT sum(n) FROM kiosk.tally t JOIN kiosk.item i ON i.id = t.item AND measure = 'visits'") ]] ||
  fail "a visit stands in two rows"

# What cannot be reached or understood costs a line, without the password, and in time.
refused() { # refused WORDS COMMAND...: one line, one exit code, twelve seconds at most
  local since=$SECONDS words=$1
  shift
  expect 1 "$words" "$@"
  [[ $(wc -l <"$work/said") == 1 ]] || { cat "$work/said"; fail "more than a line: $*"; }
  ! grep -F sesame "$work/said" || fail "a password is said"
  ((SECONDS - since <= 12)) || fail "$((SECONDS - since)) s: $*"
}
refused 'check the address, and that PostgreSQL runs there' "$log" load postgresql://office@127.0.0.1:1/figures "$season/packages"
refused 'check the user' "$log" load "postgresql://guest:sesame-18@127.0.0.1:$port/figures" "$season/packages"
for address in guest:sesame@17@127.0.0.1 guest:17/sesame@127.0.0.1 guest:sesame/17@127.0.0.1 'guest:se?sa@me@127.0.0.1' 127.0.0.1:port; do
  refused 'cannot be understood' "$log" load "postgresql://$address/figures" "$season/packages"
done
refused 'cannot be understood' "$log" load 'host=127.0.0.1 password=sesame-17' "$season/packages"
refused 'which guest is not a member of' "$log" load "postgresql://guest:sesame-17@127.0.0.1:$port/figures" "$season/packages"

# In mid-load: November is free, December is held by another session.
half=("$season/packages"/kiosk-00[2-6]-2027*)
expect 0 'packages of 1 databases' "$log" load "$(url broken)" "$season/packages/kiosk-001-2027-01-11"
before=$(stored broken)
hold() {
  sql broken "BEGIN; LOCK TABLE kiosk.tally_2026_12; SELECT pg_sleep(60)" >/dev/null 2>&1 &
  holder=$!
  for _ in $(seq 100); do
    [[ $(sql broken "SELECT count(*) FROM pg_locks WHERE relation = 'kiosk.tally_2026_12'::regclass AND mode = 'AccessExclusiveLock'") == 1 ]] && return
    sleep 0.05
  done
  fail "no lock"
}
let_go() {
  sql broken "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()" >/dev/null
  wait "$holder" || true
}
mid_load() { # begins a load, and returns when it waits for December
  "$log" load --patience "$1" "$(url broken)" "${half[@]}" >"$work/said" 2>&1 &
  loading=$!
  for _ in $(seq 200); do
    [[ $(sql broken "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'kiosk-log' AND wait_event_type = 'Lock'") == 1 ]] && return
    sleep 0.05
  done
  cat "$work/said"
  fail "the load does not come to December"
}
ends_with() { # ends_with WORDS
  local got=0
  wait "$loading" || got=$?
  [[ $got == 1 && $(wc -l <"$work/said") == 1 ]] && grep -qF -- "$1" "$work/said" || { cat "$work/said"; fail "exit code $got, and not \"$1\""; }
}
hold
refused 'another load or another program holds what this one needs; nothing was stored' "$log" load --patience 2 "$(url broken)" "${half[@]}"
mid_load 30
{ kill -KILL "$loading" && wait "$loading"; } 2>/dev/null || true
let_go
[[ $(stored broken) == "$before" ]] || fail "a load that was locked out, or killed, left something"

hold
mid_load 3
kill -STOP $(whole_server)
ends_with 'has not answered for 3 s'
refused 'timeout expired' "$log" load --patience 2 "$(url broken)" "${half[@]}"
kill -CONT $(whole_server)
let_go
[[ $(stored broken) == "$before" ]] || fail "a load that was given up left something"

hold
mid_load 30
kill_server
ends_with 'nothing of this load was stored: load again'
wait "$holder" || true
start_server
[[ $(stored broken) == "$before" ]] || fail "a server that died kept half a load"
expect 0 '12 packages of 6 databases' "$log" load "$(url broken)" "$season/packages"
totals_agree broken 'totals differ from the books after the server died'

# Another machine of the same name and days is told of, and loaded all the same.
"$KIOSK_BIN/kiosk-season" --content "$KIOSK_SOURCES/content" --out "$work/other" --kiosks 1 --days 5 --seed 2 >/dev/null
expect 0 'do two machines share this name?' "$log" load "$(url broken)" "$work/other/packages"

sql broken 'UPDATE kiosk.schema_version SET version = version + 1'
refused 'holds figures in a later form' "$log" load "$(url broken)" "$season/packages"
