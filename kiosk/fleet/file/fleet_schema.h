// The schema of the fleet's file. Used in this room only.
#pragma once

namespace kiosk::fleet {

// Added in version 3: the key that signs a kiosk's packages (fleet/incoming/provenance.h).
constexpr char const* kSignerTable = R"(
CREATE TABLE signer (machine INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT;
)";

// Version 2: names stand once in small tables, rows hold numbers: a season of 300 kiosks takes some ten MiB.
constexpr char const* kFleetFileSchema = R"(
CREATE TABLE machine (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, snapshot INTEGER NOT NULL, created TEXT NOT NULL) STRICT;
CREATE TABLE label (
  id INTEGER PRIMARY KEY, machine INTEGER NOT NULL, former INTEGER NOT NULL, number INTEGER NOT NULL,
  kiosk TEXT NOT NULL, partner TEXT NOT NULL, country TEXT NOT NULL, setting TEXT NOT NULL, event TEXT NOT NULL,
  event_first TEXT NOT NULL, event_last TEXT NOT NULL, zone TEXT NOT NULL, first_day TEXT NOT NULL,
  last_day TEXT NOT NULL, snapshot INTEGER NOT NULL) STRICT;
CREATE INDEX label_of_machine ON label (machine);
CREATE TABLE day (
  id INTEGER PRIMARY KEY, machine INTEGER NOT NULL, day TEXT NOT NULL, mark TEXT NOT NULL, open TEXT NOT NULL,
  UNIQUE (machine, day, mark)) STRICT;
CREATE TABLE content_version (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE language (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE item (id INTEGER PRIMARY KEY, measure TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (measure, text)) STRICT;
CREATE TABLE word (
  content_version INTEGER NOT NULL, language INTEGER NOT NULL, item INTEGER NOT NULL, words TEXT NOT NULL,
  is_right INTEGER NOT NULL, PRIMARY KEY (content_version, language, item, words, is_right)) STRICT, WITHOUT ROWID;
CREATE TABLE tally (
  label INTEGER NOT NULL, day INTEGER NOT NULL, hour INTEGER NOT NULL, content_version INTEGER NOT NULL,
  language INTEGER NOT NULL, item INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (label, day, hour, content_version, language, item)) STRICT, WITHOUT ROWID;
CREATE TABLE release (
  machine INTEGER NOT NULL, number INTEGER NOT NULL, variant INTEGER NOT NULL, label INTEGER NOT NULL,
  mark TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL, threshold INTEGER NOT NULL,
  snapshot INTEGER NOT NULL, PRIMARY KEY (machine, number, variant)) STRICT, WITHOUT ROWID;
CREATE TABLE released (
  machine INTEGER NOT NULL, number INTEGER NOT NULL, variant INTEGER NOT NULL, measure TEXT NOT NULL,
  item TEXT NOT NULL, language TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (machine, number, variant, measure, item, language)) STRICT, WITHOUT ROWID;
CREATE TABLE machine_log (
  machine INTEGER NOT NULL, seq INTEGER NOT NULL, boot INTEGER NOT NULL, monotonic_s INTEGER NOT NULL,
  wall TEXT NOT NULL, clock_trusted INTEGER NOT NULL, event TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (machine, seq, boot, monotonic_s, wall, clock_trusted, event, detail)) STRICT, WITHOUT ROWID;
CREATE TABLE remark (
  machine INTEGER NOT NULL, number INTEGER NOT NULL, day TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (machine, number, day, text)) STRICT, WITHOUT ROWID;
)";

} // namespace kiosk::fleet
