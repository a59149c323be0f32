#include "store/schema.h"
#include "store/store.h"

#include <fmt/format.h>

namespace kiosk::store {

namespace {

// STRICT, so that nothing but a number can be counted; WITHOUT ROWID, so that no row number tells the order of visits.
// A day is "" and an hour -1 where there is none: a key cannot hold what is missing.
constexpr char const* kTallies = R"(
CREATE TABLE label (
  number INTEGER PRIMARY KEY AUTOINCREMENT, former INTEGER NOT NULL, kiosk TEXT NOT NULL, partner TEXT NOT NULL,
  country TEXT NOT NULL, setting TEXT NOT NULL, event TEXT NOT NULL, event_first TEXT NOT NULL, event_last TEXT NOT NULL,
  zone TEXT NOT NULL, first_day TEXT NOT NULL DEFAULT '', last_day TEXT NOT NULL DEFAULT '',
  closed_through TEXT NOT NULL DEFAULT '', unknown_closed INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE tally (
  day TEXT NOT NULL, hour INTEGER NOT NULL, label INTEGER NOT NULL, content_version TEXT NOT NULL,
  language TEXT NOT NULL, measure TEXT NOT NULL, item TEXT NOT NULL, n INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (day, hour, label, content_version, language, measure, item)) STRICT, WITHOUT ROWID;
CREATE TABLE day (day TEXT PRIMARY KEY, mark TEXT NOT NULL, open TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE remark (number INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, text TEXT NOT NULL) STRICT;
CREATE TABLE word (
  content_version TEXT NOT NULL, language TEXT NOT NULL, measure TEXT NOT NULL, item TEXT NOT NULL, words TEXT NOT NULL,
  is_right INTEGER NOT NULL, PRIMARY KEY (content_version, language, measure, item)) STRICT, WITHOUT ROWID;
)";

// state: 0 made ready for an export, 1 has left, 2 may have left: the export was cut off while its package got its
// name. Numbers of releases, labels, remarks and rows in the log are never used again, also when old ones are gone.
constexpr char const* kReleases = R"(
CREATE TABLE release (
  number INTEGER PRIMARY KEY AUTOINCREMENT, label INTEGER NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
  threshold INTEGER NOT NULL, mark TEXT NOT NULL, state INTEGER NOT NULL) STRICT;
CREATE TABLE released (
  number INTEGER NOT NULL REFERENCES release ON DELETE CASCADE, measure TEXT NOT NULL, item TEXT NOT NULL,
  language TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (number, measure, item, language)) STRICT, WITHOUT ROWID;
)";

constexpr char const* kDomain =
    "CREATE TABLE domain (kind TEXT NOT NULL, item TEXT NOT NULL, PRIMARY KEY (kind, item)) STRICT, WITHOUT ROWID;";

constexpr char const* kMachineLog = R"(
CREATE TABLE machine_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, boot INTEGER NOT NULL, monotonic_s INTEGER NOT NULL, wall TEXT NOT NULL,
  clock_trusted INTEGER NOT NULL, event TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
)";

constexpr char const* kMeta = "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;";

// Version 1 numbered the rows of its machine log by what stood in it, and knew no releases.
constexpr char const* kFrom1 = R"(
ALTER TABLE machine_log RENAME TO machine_log_1;
{machine_log}
INSERT INTO machine_log SELECT * FROM machine_log_1 ORDER BY seq;
DROP TABLE machine_log_1;
{domain}
CREATE TABLE release_2 (number INTEGER, first_day TEXT, last_day TEXT, threshold INTEGER);
CREATE TABLE released_2 (number INTEGER, measure TEXT, item TEXT, language TEXT, n INTEGER);
ALTER TABLE tally RENAME TO tally_2;
)";

constexpr char const* kFrom2 = R"(
ALTER TABLE released RENAME TO released_2;
ALTER TABLE release RENAME TO release_2;
ALTER TABLE tally RENAME TO tally_2;
)";

// Version 2 knew one name for all that it exported, and kept the rows of others. Each name becomes a label, the one
// that held comes last; of it alone is known who had the kiosk, and its are the releases. What was released goes.
constexpr char const* kTo3 = R"(
INSERT INTO label (former, kiosk, partner, country, setting, event, event_first, event_last, zone)
  SELECT 1, kiosk, '', '', '', '', '', '', 'Europe/Brussels' FROM
    (SELECT DISTINCT kiosk FROM tally_2) WHERE kiosk <> (SELECT value FROM meta WHERE key = 'kiosk') ORDER BY kiosk;
INSERT INTO label (former, kiosk, partner, country, setting, event, event_first, event_last, zone, closed_through)
  SELECT 1, value, coalesce((SELECT value FROM meta WHERE key = 'partner'), ''),
         coalesce((SELECT value FROM meta WHERE key = 'country'), ''), '', '', '', '', 'Europe/Brussels',
         coalesce((SELECT value FROM meta WHERE key = 'released_through'), '') FROM meta WHERE key = 'kiosk';
INSERT INTO tally
  SELECT CASE WHEN bucket GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN substr(bucket, 1, 10) ELSE '' END AS d,
         CASE WHEN bucket GLOB '*-*-*T[0-2][0-9]' THEN CAST(substr(bucket, 12, 2) AS INTEGER) ELSE -1 END AS h,
         (SELECT max(number) FROM label WHERE label.kiosk = tally_2.kiosk) AS l, content_version, language, measure, item,
         min(sum(min(n, 1000000000000)), 9007199254740991)
  FROM tally_2 GROUP BY d, h, l, content_version, language, measure, item;
UPDATE label SET first_day = coalesce((SELECT min(day) FROM tally WHERE label = number AND day <> ''), ''),
  last_day = coalesce((SELECT max(day) FROM tally WHERE label = number), '');
DELETE FROM tally WHERE measure IN ({guarded}) AND day <> ''
  AND day <= (SELECT closed_through FROM label WHERE number = tally.label);
INSERT INTO release (number, label, first_day, last_day, threshold, mark, state)
  SELECT number, (SELECT max(number) FROM label), first_day, last_day, threshold, '', 1 FROM release_2;
INSERT INTO released SELECT number, measure, item, language, n FROM released_2;
UPDATE sqlite_sequence SET seq = max(seq, (SELECT seq FROM sqlite_sequence WHERE name = 'release_2'))
  WHERE name = 'release' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'release_2');
INSERT INTO sqlite_sequence (name, seq) SELECT 'release', seq FROM sqlite_sequence
  WHERE name = 'release_2' AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'release');
DROP TABLE tally_2;
DROP TABLE released_2;
DROP TABLE release_2;
INSERT INTO meta SELECT 'machine', value FROM meta WHERE key = 'epoch';
INSERT INTO meta VALUES ('beat', '0') ON CONFLICT DO NOTHING;
DELETE FROM meta WHERE key IN ('epoch', 'kiosk', 'partner', 'country', 'released_through', 'periods');
)";

// 'report_step', 'report_place' and so on.
std::string guarded_measures()
{
    std::string list;
    for (auto const& measure : kMeasures)
        if (measure.guard == Guard::guarded) list += fmt::format("{}'{}'", list.empty() ? "" : ", ", measure.id);
    return list;
}

} // namespace

std::string schema_of_new_database()
{
    return fmt::format("{}{}{}{}{}INSERT INTO meta VALUES ('boot', '0'), ('highest_seen', '0'), ('beat', '0');", kMeta,
                       kTallies, kReleases, kDomain, kMachineLog);
}

std::string upgrade_from(std::int64_t version)
{
    auto const old = version == 1 ? fmt::format(fmt::runtime(kFrom1), fmt::arg("machine_log", kMachineLog),
                                                fmt::arg("domain", kDomain))
                                  : std::string(kFrom2);
    return old + kTallies + kReleases + fmt::format(fmt::runtime(kTo3), fmt::arg("guarded", guarded_measures()));
}

} // namespace kiosk::store
