# A season of a fleet in Debian's own PostgreSQL, in a temporary folder, on loopback: what is loaded agrees with the books of who
# made the season up, readers see no small cell, and a server that is down, locked, stopped or killed costs a clear line and no row.
[[ -w /dev/shm ]] && export TMPDIR=/dev/shm
source "$(dirname "$0")/common.sh"

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[[ -x $bin/initdb ]] || bin=$(pg_config --bindir)
[[ -x $bin/initdb ]] || fail "no PostgreSQL server (its package stands in tools/packages)"
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
    SELECT 'tally' || t AS line FROM kiosk.tally t UNION ALL SELECT 'item' || t FROM kiosk.item t UNION ALL SELECT 'machine' || t FROM kiosk.machine t
    UNION ALL SELECT 'release' || t FROM kiosk.release t UNION ALL SELECT 'released' || t FROM kiosk.released t UNION ALL SELECT 'day' || t FROM kiosk.day t
    UNION ALL SELECT 'label' || t FROM kiosk.label t UNION ALL SELECT 'word' || t FROM kiosk.word t UNION ALL SELECT 'log' || t FROM kiosk.machine_log t) AS all_of_it"
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
expect 0 '24 packages of 6 kiosks' "$log" load "$(url figures)" "${packages[@]}"
! grep warning "$work/said" | grep -vE 'which lies ahead|nobody has checked' || fail "a warning about nothing" # (a season of days to come, or not)
totals_agree figures 'totals differ from the books'
before=$(stored figures)
expect 0 ' 0 of them new or raised; 0 new releases, 0 new entries' "$log" load "$(url figures)" "$season/packages"
[[ $(stored figures) == "$before" ]] || fail "the same packages changed something"
# An older package lowers nothing.
expect 0 ' 0 of them new or raised; 0 new releases, 0 new entries' "$log" load "$(url figures)" "$season/packages/kiosk-001-2026-11-21"
[[ $(stored figures) == "$before" ]] || fail "an older package changed something"

# What is lower there, or missing, is raised.
sql figures 'DELETE FROM kiosk.tally WHERE item % 7 = 0; UPDATE kiosk.tally SET n = n - 1 WHERE n > 1'
expect 0 '12 packages of 6 kiosks' "$log" load "$(url figures)" "$season/packages"
[[ $(stored figures) == "$before" ]] || fail "counts were not raised to the highest"

# Readers see what is released, each cell of the books that has ten or more, and none of the others.
as_reader "SELECT kiosk, to_char(first_day, 'YYYY-MM'), measure, item, n FROM kiosk.report_reach WHERE language = '*' AND item <> '*'" |
  sort >"$work/published"
# The last month of a season is not over, so not released.
months=$(cut -d, -f2 "$work/published" | sort -u)
[[ -n $months ]] || fail "nothing of reporting is published"
tail -n +2 "$season/reporting.csv" | awk -F, -v months="$months" 'index(months, $2) && $5 >= 10' | sort >"$work/books"
# A channel's code may be hidden beside places that are.
same <(grep -v ,code_shown, "$work/books") <(grep -v ,code_shown, "$work/published") "published cells differ from the books"
[[ -z $(comm -13 "$work/books" "$work/published") ]] || fail "reporting that nobody has counted"
[[ $(tail -n +2 "$season/reporting.csv" | awk -F, -v months="$months" 'index(months, $2) && $5 < 10' | wc -l) -gt 0 ]] || fail "the season has no small cell"

# Readers see views, no table, and no number below ten in any.
while read -r name; do
  ! as_reader "SELECT FROM kiosk.$name LIMIT 1" >/dev/null 2>&1 || fail "a reader reads kiosk.$name"
done < <(sql figures "SELECT relname FROM pg_class WHERE relnamespace = 'kiosk'::regnamespace AND relkind IN ('r', 'p')"; echo monthly_sums)
! as_reader 'CREATE TABLE kiosk.mine ()' >/dev/null 2>&1 || fail "a reader makes a table"
views=$(as_reader "SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'kiosk'")
for view in daily_visits event_visits words languages question_learning quiz_learning quiz_reach page_reach display_reach reading_aids report_reach kiosk_health measures intent_change scene_choices; do
  grep -qx "$view" <<<"$views" || fail "a reader does not see $view"
done
for view in $views; do
  [[ $(as_reader "SELECT count(*) FROM kiosk.$view") -gt 0 ]] || [[ $view == display_reach || $view == event_visits ]] || fail "$view is empty"
  [[ $view == kiosk_health || $view == measures || $view == words ]] && continue # of machines, not of people
  while read -r column; do
    [[ $(as_reader "SELECT count(*) FROM kiosk.$view WHERE $column BETWEEN 0 AND 9") == 0 ]] || fail "$view.$column has numbers below ten"
  done < <(as_reader "SELECT column_name FROM information_schema.columns WHERE table_schema = 'kiosk' AND table_name = '$view' AND data_type IN ('smallint', 'integer', 'bigint')")
done
small="FROM (SELECT sum(n) FROM kiosk.tally t JOIN kiosk.item i ON i.id = t.item AND measure = 'visits' GROUP BY machine, day, language HAVING sum(n) < 10) AS cell"
[[ $(sql figures "SELECT count(*) $small") -gt 0 ]] || fail "the season has no small days"
[[ $(as_reader "SELECT sum(visits) FROM kiosk.daily_visits") -le $(sql figures "SELECT sum(n) FROM kiosk.tally t JOIN kiosk.item i ON i.id = t.item AND measure = 'visits'") ]] ||
  fail "a visit stands in two rows"

# What people mean to do, and would do: each number of the views is one of the books.
intent=$(as_reader "SELECT country, month, sum(before_quiz), sum(after_quiz), min(asked) FROM kiosk.intent_change GROUP BY 1, 2, quiz, content_version")
[[ -n $intent ]] && awk -F'|' '$3 != $5 || $4 != $5 { exit 1 }' <<<"$intent" || fail "the answers to the intent do not add up: $intent"
[[ $(sql figures "SELECT count(*) FROM kiosk.scene_choices c WHERE chosen <> (SELECT sum(n) FROM kiosk.monthly_sums s WHERE s.measure = 'scene_choice'
  AND s.country = c.country AND s.month = c.month AND s.content_version = c.content_version AND s.item LIKE c.scenes || '/' || c.scene || '/' || c.moment || '/%')") == 0 ]] ||
  fail "choices in scenes differ from the books"
[[ $(as_reader "SELECT count(*) FROM kiosk.scene_choices a JOIN kiosk.scene_choices b USING (country, month, scenes, scene, content_version)
  WHERE a.moment < b.moment AND abs(a.chosen - b.chosen) < 10") == 0 ]] || fail "two moments of a scene tell how few left between them"

# A month that is not over for a machine is not shown: who asks before and after a load sees no visit of it.
sql postgres 'CREATE DATABASE early OWNER office'
expect 0 'packages of 6 kiosks' "$log" load "$(url early)" "$season/packages"/kiosk-00?-2026-11-21
[[ $(sql early 'SELECT count(*) FROM kiosk.tally') -gt 0 && $(sql early 'SELECT (SELECT count(*) FROM kiosk.daily_visits) + (SELECT count(*) FROM kiosk.question_learning)') == 0 ]] ||
  fail "a month that goes on is shown"
! sql early 'UPDATE kiosk.setting SET threshold = 9' 2>/dev/null || fail "the threshold goes below ten"
sql early 'UPDATE kiosk.setting SET threshold = 20'

# Words stand beside the counts of their own version only.
[[ $(as_reader "SELECT count(*) FROM kiosk.question_learning WHERE words IS NULL") == 0 ]] || fail "a question without words"
[[ $(as_reader "SELECT count(*) FROM kiosk.question_learning") == $(as_reader "SELECT count(*) FROM kiosk.question_learning q JOIN kiosk.words w USING (content_version)
  WHERE w.language = 'en' AND w.measure = 'quiz_right' AND w.item = q.quiz || '/' || q.question AND w.words = q.words") ]] || fail "words of another question"
sql figures "BEGIN; INSERT INTO kiosk.word SELECT version, item, language, is_right, 1, 'Changed?' FROM kiosk.word; SELECT count(*) FROM kiosk.question_learning WHERE words IS NOT NULL; ROLLBACK" >"$work/said"
[[ $(tail -1 "$work/said") == 0 ]] || fail "a question that was changed without a new version has words"

# A season of changes: three names, another partner, two fairs, a copied disk, by the hour, exported on each evening. Loaded evening by
# evening, the other way round, or at once, it is the same.
changes=$work/changes
"$KIOSK_BIN/kiosk-season" --content "$KIOSK_SOURCES/content" --out "$changes" --kiosks 4 --days 20 --visits 40 \
  --each-evening --by-hour --events --changes --clone >/dev/null
facts() { # of a season, without the numbers that names got
  sql "$1" "SELECT m.number, l.kiosk, l.partner, l.country, l.event, t.day, t.hour, d.mark, v.name, i.measure, i.item, g.name, t.n FROM kiosk.tally t
    JOIN kiosk.machine m ON m.id = t.machine JOIN kiosk.label l ON l.machine = t.machine AND l.id = t.label JOIN kiosk.version v ON v.id = t.version
    JOIN kiosk.item i ON i.id = t.item JOIN kiosk.language g ON g.id = t.language
    LEFT JOIN kiosk.day d ON d.machine = t.machine AND d.day = t.day AND d.strand = t.strand" | sort | md5sum
  sql "$1" "SELECT m.number, l.kiosk, r.number, r.mark, r.first_day, r.last_day FROM kiosk.release r JOIN kiosk.machine m ON m.id = r.machine
    JOIN kiosk.label l ON l.machine = r.machine AND l.id = r.label" | sort | md5sum
}
sql postgres 'CREATE DATABASE evenings OWNER office'
sql postgres 'CREATE DATABASE backwards OWNER office'
sql postgres 'CREATE DATABASE changes OWNER office'
expect 0 '95 packages of 4 kiosks' "$log" load "$(url changes)" "$changes/packages"
for words in "kiosk-003: its database runs in 2 machines since 2026-11-11" "give one of them a new data folder" \
  "kiosk-001-name-2: was called kiosk-001 until 2026-11-05" "kiosk-001-name-4: was called kiosk-001-name-3 until 2026-11-15" \
  "kiosk-002: was with Noordzee Reizen (LU) until 2026-11-10" "kiosk-003: 2 periods of reporting were released by copies"; do
  grep -qF "$words" "$work/said" || { cat "$work/said"; fail "not said: $words"; }
done
for day in $(ls "$changes/packages" "$changes/packages/copies" | grep -o '2026-1[12]-[0-9]*$' | sort -u); do
  "$log" load "$(url evenings)" $(find "$changes/packages" -name "*-$day") >/dev/null 2>&1 || fail "the evening of $day"
done
for day in 2026-12-22 2026-11-20 2026-11-12 2026-11-11 2026-11-10 2026-11-03; do
  "$log" load "$(url backwards)" $(find "$changes/packages" -name "*-$day") >/dev/null 2>&1 || fail "backwards, $day"
done
books_agree() { # books_agree DATABASE
  tail -n +2 "$changes/open.csv" | sort >"$work/books"
  sql "$1" 'SELECT i.measure, i.item, sum(t.n) FROM kiosk.tally t JOIN kiosk.item i ON i.id = t.item GROUP BY 1, 2' | sort >"$work/totals"
  same "$work/books" "$work/totals" "open totals of $1"
  tail -n +2 "$changes/labels.csv" | sort >"$work/books"
  sql "$1" "SELECT l.kiosk, l.partner, l.country, l.event, sum(t.n) FROM kiosk.tally t JOIN kiosk.label l ON l.machine = t.machine AND l.id = t.label
    JOIN kiosk.item i ON i.id = t.item AND measure = 'visits' GROUP BY 1, 2, 3, 4" | sort >"$work/totals"
  same "$work/books" "$work/totals" "visits by label of $1"
  tail -n +2 "$changes/hours.csv" | sort >"$work/books"
  sql "$1" "SELECT t.day, t.hour, sum(t.n) FROM kiosk.tally t JOIN kiosk.item i ON i.id = t.item AND measure = 'visits' GROUP BY 1, 2" | sort >"$work/totals"
  same "$work/books" "$work/totals" "visits by hour of $1"
}
for database in changes evenings backwards; do books_agree $database; done
[[ $(facts changes) == "$(facts evenings)" && $(facts changes) == "$(facts backwards)" ]] || fail "the order of loads shows"
[[ $(sql changes "SELECT string_agg(DISTINCT event || ' ' || event_first, ', ' ORDER BY event || ' ' || event_first) FROM kiosk.event_visits") == "Beurs 2026-11-13, Salon 2026-11-05" ]] ||
  fail "the fairs: $(sql changes 'TABLE kiosk.event_visits')"
[[ $(sql changes "SELECT copies FROM kiosk.kiosk_health WHERE kiosk = 'kiosk-003'") == 2 ]] || fail "kiosk_health does not tell of copies"
[[ $(sql changes "SELECT count(*) FROM kiosk.report_reach WHERE kiosk = 'kiosk-003'") == 0 ]] || fail "reporting of copies is shown"

# Version 1, as it was made and filled by the program of that time, is brought up to date in place; its old rows are those of former labels.
sql postgres 'CREATE DATABASE old OWNER office'
"$bin/psql" -Xq -v ON_ERROR_STOP=1 -h "$work/server" -p "$port" -U postgres -d old -f "$KIOSK_SOURCES/tests/real/postgres_version_1.sql" >"$work/said" 2>&1 || { cat "$work/said"; fail "version 1"; }
expect 0 'packages of 1 kiosks' "$log" load "$(url old)" "$season/packages/kiosk-001-2026-11-21"
[[ $(sql old "SELECT string_agg(l.kiosk || ' ' || t.day || ' ' || t.hour || ' ' || i.item || ' ' || t.n, '; ' ORDER BY l.kiosk, t.day) FROM kiosk.tally t
  JOIN kiosk.label l ON l.machine = t.machine AND l.id = t.label AND l.former JOIN kiosk.item i ON i.id = t.item") == \
  "brussels-1 -infinity -1 all 3; brussels-1 2026-11-19 14 all 30; lobby 2026-11-18 -1 all 7" ]] || fail "old rows: $(sql old 'SELECT * FROM kiosk.tally t JOIN kiosk.label l ON l.machine = t.machine AND l.id = t.label AND l.former')"
[[ $(sql old "SELECT l.kiosk, r.number, r.first_day, c.n FROM kiosk.release r JOIN kiosk.released c USING (machine, number, variant)
  JOIN kiosk.label l ON l.machine = r.machine AND l.id = r.label WHERE l.former") == "brussels-1,1,2026-10-01,14" ]] || fail "old releases"
[[ $(sql old "SELECT threshold FROM kiosk.setting") == 10 && $(sql old "SELECT count(*) FROM pg_class WHERE relname LIKE 'old\\_%'") == 0 ]] || fail "something of version 1 is left"
[[ $(sql old "SELECT count(*) FROM kiosk.machine_log l JOIN kiosk.machine m ON m.id = l.machine WHERE m.number = '0123456789abcdef'") == 1 ]] || fail "the old log"
[[ $(sql old "SELECT has_table_privilege('kiosk_reader', 'kiosk.event_visits', 'SELECT') AND NOT has_table_privilege('kiosk_reader', 'kiosk.tally', 'SELECT')") == t ]] ||
  fail "rights after an upgrade"
# A package of form 2 that is in it already changes nothing.
python3 - "$work/form2" <<'PYTHON'
import hashlib, json, os, sys
os.makedirs(sys.argv[1])
tables = {
    'tallies.csv': 'bucket,content_version,language,measure,item,n\n2026-11-19T14,2026.11.1,fr,visits,all,30\nunknown,2026.11.1,fr,visits,all,3\n',
    'releases.csv': 'release,first_day,last_day,threshold\n1,2026-10-01,2026-10-31,10\n',
    'reporting.csv': 'release,measure,item,language,n\n1,report_step,danger,*,14\n',
    'machine.csv': 'seq,boot,monotonic_s,wall,clock_trusted,event,detail\n1,1,0,2026-11-18,true,boot,\n',
    'measures.csv': 'measure,counts,items,why,guarded\n'}
resources = []
for name, text in tables.items():
    open(os.path.join(sys.argv[1], name), 'w').write(text)
    resources.append({'path': name, 'bytes': len(text), 'hash': 'sha256:' + hashlib.sha256(text.encode()).hexdigest()})
json.dump({'schema_version': 2, 'kiosk': 'brussels-1', 'epoch': '0123456789abcdef', 'partner': 'Agence', 'country': 'BE', 'snapshot': 2,
           'created': '2026-11-20T00:00:00Z', 'threshold': 10, 'period': {'first': '2026-11-19', 'last': '2026-11-19'}, 'resources': resources},
          open(os.path.join(sys.argv[1], 'datapackage.json'), 'w'))
PYTHON
expect 0 ' 0 of them new or raised; 0 new releases, 0 new entries' "$log" load "$(url old)" "$work/form2"

# A day that has no place yet is told, and nothing is stored.
before=$(stored old)
rm -rf "$work/ahead" && cp -r "$work/form2" "$work/ahead"
python3 - "$work/ahead" <<'PYTHON'
import hashlib, json, sys
table, description = sys.argv[1] + '/tallies.csv', sys.argv[1] + '/datapackage.json'
text = open(table).read().replace('2026-11-19T14', '2190-11-19T14')
open(table, 'w').write(text)
d = json.load(open(description))
d['resources'][0].update(bytes=len(text), hash='sha256:' + hashlib.sha256(text.encode()).hexdigest())
json.dump(d, open(description, 'w'))
PYTHON
expect 1 'tallies.csv:2: 2190-11-19 is no likely day: it lies ahead' "$log" load "$(url old)" "$work/ahead" "$season/packages/kiosk-002-2026-11-21"
grep -qF '1 of 2 packages: cannot be used; nothing was stored' "$work/said" || fail "a fault among packages"
[[ $(stored old) == "$before" ]] || fail "a load with a fault stored something"

# Who made a package: the first key holds. A forger knows the kiosk's number, and has a key of his own.
[[ $(sql figures "SELECT count(*) FROM kiosk.signer WHERE key ~ '^[0-9a-f]{64}$'") == 6 ]] || fail "six kiosks sign"
source "$KIOSK_SOURCES/tests/real/forging.sh"
forge "$season/packages/kiosk-002-2027-01-11" "$work/forged"
before=$(stored figures)
expect 2 'is signed by another key than before; left out' "$log" load "$(url figures)" "$work/forged"
rm "$work/forged/datapackage.json.sig"
expect 2 'is not signed, and this kiosk signs what it exports; left out' "$log" load "$(url figures)" "$work/forged" "$season/packages"
[[ $(stored figures) == "$before" ]] || fail "a forged package changed something"
for number in 1 2 3; do "$log" kiosk --data "$season/data/kiosk-00$number"; done >"$work/kiosks.toml"
sql postgres 'CREATE DATABASE listed OWNER office'
expect 2 'the list of kiosks does not know it; left out' "$log" load "$(url listed)" "$season/packages" --keys "$work/kiosks.toml"
[[ $(sql listed 'SELECT count(*) FROM kiosk.machine') == 3 && $(grep -c 'left out' "$work/said") == 6 ]] || fail "the list's kiosks, and no others"
# What was forged before anybody knew the kiosk is put right.
sql postgres 'CREATE DATABASE mended OWNER office'
sql postgres 'CREATE DATABASE clean OWNER office'
forge "$season/packages/kiosk-002-2027-01-11" "$work/forged"
expect 0 '1 packages of 1 kiosks' "$log" load "$(url mended)" "$work/forged"
expect 2 'another key than before' "$log" load "$(url mended)" "$season/packages"
machine=$(sed -n 's/^machine = "\(.*\)"/\1/p' "$work/kiosks.toml" | sed -n 2p)
expect 0 "$machine is forgotten" "$log" forget "$machine" --url "$(url mended)"
[[ $(sql mended "SELECT count(*) FROM kiosk.machine WHERE number = '$machine'") == 0 ]] || fail "not forgotten"
expect 1 "no kiosk $machine in it" "$log" forget "$machine" --url "$(url mended)"
expect 0 '12 packages of 6 kiosks' "$log" load "$(url mended)" "$season/packages"
expect 0 '12 packages of 6 kiosks' "$log" load "$(url clean)" "$season/packages"
[[ $(facts mended) == "$(facts clean)" ]] || fail "forgotten and loaded again, it is something else"
totals_agree mended 'totals differ from the books after forgetting'
# Version 2, which knew of no signatures, and version 3, which had no views of intents and scenes.
sql clean 'DROP VIEW kiosk.intent_change, kiosk.scene_choices; UPDATE kiosk.schema_version SET version = 3'
expect 0 ' 0 of them new or raised; 0 new releases, 0 new entries' "$log" load "$(url clean)" "$season/packages"
[[ $(sql clean 'SELECT max(version) FROM kiosk.schema_version') == 4 && $(sql clean 'SELECT count(*) FROM kiosk.intent_change') -gt 0 ]] || fail "version 3 is not brought up to date"
[[ $(sql clean "SELECT has_table_privilege('kiosk_reader', 'kiosk.scene_choices', 'SELECT')") == t ]] || fail "readers do not see what version 4 added"
sql clean 'DROP VIEW kiosk.intent_change, kiosk.scene_choices; DROP TABLE kiosk.signer; UPDATE kiosk.schema_version SET version = 2'
expect 0 ' 0 of them new or raised; 0 new releases, 0 new entries' "$log" load "$(url clean)" "$season/packages"
[[ $(sql clean 'SELECT max(version) FROM kiosk.schema_version') == 4 && $(sql clean 'SELECT count(*) FROM kiosk.signer') == 6 ]] || fail "version 2 is not brought up to date"
[[ $(sql clean "SELECT relowner = (SELECT relowner FROM pg_class WHERE oid = 'kiosk.tally'::regclass) FROM pg_class WHERE oid = 'kiosk.signer'::regclass") == t ]] || fail "the keys belong to another"

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
refused 'holds a password, which every user' "$log" load "postgresql://guest:sesame-18@127.0.0.1:$port/figures" "$season/packages"
refused 'holds a password, which every user' "$log" forget 0123456789abcdef --url "postgresql://guest@127.0.0.1:$port/figures?password=sesame-18"
refused 'check the user' env PGPASSWORD=sesame-18 "$log" load "postgresql://guest@127.0.0.1:$port/figures" "$season/packages"
for address in guest:sesame@17@127.0.0.1 guest:17/sesame@127.0.0.1 guest:sesame/17@127.0.0.1 'guest:se?sa@me@127.0.0.1' 127.0.0.1:port; do
  refused 'cannot be understood' "$log" load "postgresql://$address/figures" "$season/packages"
done
refused 'cannot be understood' "$log" load 'host=127.0.0.1 password=sesame-17' "$season/packages"
refused 'which guest is not a member of' env PGPASSWORD=sesame-17 "$log" load "postgresql://guest@127.0.0.1:$port/figures" "$season/packages"

# In mid-load: November is free, December is held by another session.
half=("$season/packages"/kiosk-00[2-6]-2027*)
expect 0 'packages of 1 kiosks' "$log" load "$(url broken)" "$season/packages/kiosk-001-2027-01-11"
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
expect 0 '12 packages of 6 kiosks' "$log" load "$(url broken)" "$season/packages"
totals_agree broken 'totals differ from the books after the server died'

# Another machine of the same name and days is told of, and loaded all the same.
"$KIOSK_BIN/kiosk-season" --content "$KIOSK_SOURCES/content" --out "$work/other" --kiosks 1 --days 5 --seed 2 >/dev/null
expect 0 'two machines use this name' "$log" load "$(url broken)" "$work/other/packages"

sql broken 'UPDATE kiosk.schema_version SET version = version + 1'
refused 'holds figures in a later form' "$log" load "$(url broken)" "$season/packages"
