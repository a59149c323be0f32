# What the raw bytes of a disk tell of figures: raw_disk.py IMAGE DATABASE. Finds every row of the table of figures wherever it
# lies (journals, freed blocks, gaps in pages, pieces of files that are gone), by the form of SQLite's records and of the
# exports' CSV files, whatever its columns are. Says how many of them are not the figures of DATABASE as it is now, and
# how many states of earlier they belong to at least. Ends with 1 if that is more than one.
import re
import sqlite3
import sys

image_path, database_path = sys.argv[1:3]
PAGE = 4096


def varint(data, at):
    number = 0
    for _ in range(9):
        byte = data[at]
        at += 1
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number, at


INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}


def record(data, start):
    """The columns of the record whose header begins there, or None (sqlite.org/fileformat2.html, "Record Format")."""
    length, at = varint(data, start)
    if not 4 <= length <= 40 or start + length > len(data):
        return None
    end, columns = start + length, []
    body = end
    while at < end:
        kind, at = varint(data, at)
        if kind in INTEGER_BYTES:
            size = INTEGER_BYTES[kind]
            columns.append(kind - 8 if kind >= 8 else int.from_bytes(data[body:body + size], "big", signed=True))
        elif kind >= 13 and kind % 2 == 1 and kind < 1000:
            size = (kind - 13) // 2
            try:
                columns.append(data[body:body + size].decode("ascii"))
            except UnicodeDecodeError:
                return None
        else:
            return None
        body += size
    return tuple(columns) if at == end and body <= len(data) else None


def rows(data, measures):
    """(offset, columns) of every record with a measure in it and a number at its end."""
    words = re.compile(b"|".join(re.escape(m.encode()) for m in sorted(measures, key=len, reverse=True)))
    seen = set()
    for match in words.finditer(data):
        for start in range(max(0, match.start() - 300), match.start() - 3):
            if start in seen or not 4 <= data[start] <= 40:
                continue
            columns = record(data, start)
            if columns and len(columns) >= 5 and isinstance(columns[-1], int) and columns[-1] > 0 and \
                    any(c in measures for c in columns[:-1]) and all(str(c).isprintable() for c in columns):
                seen.add(start)
                yield start, columns


def csv_rows(data, measures):
    words = b"|".join(re.escape(m.encode()) for m in measures)
    for match in re.finditer(rb"[0-9a-z][ -~]{0,200},(" + words + rb"),([ -~]{1,80}),([0-9]{1,12})\r?\n", data):
        yield match.start(), (match[1].decode(), match[2].decode().strip('"'), int(match[3]), match[0].decode())


data = open(image_path, "rb").read()
database = sqlite3.connect(f"file:{database_path}?mode=ro", uri=True)
now = {tuple(row) for row in database.execute("SELECT * FROM tally")}
names = [column[1] for column in database.execute("PRAGMA table_info(tally)")]
measure_at, item_at = names.index("measure"), names.index("item")
measures = {row[measure_at] for row in now}

found = sorted(rows(data, measures))
older = {}
for _, columns in found:
    if columns not in now:
        older.setdefault(columns[:-1], set()).add(columns[-1])
# What was one page: rows that lie together. A page with a row that is not of now is of an earlier state.
pages, page, first = set(), set(), -PAGE
for offset, columns in found + [(len(data) + PAGE, None)]:
    if offset - first >= PAGE:
        if page - now:
            pages.add(frozenset(page))
        page, first = set(), offset
    page.add(columns)
texts = {}
sums = {}
for row in now:
    sums[row[measure_at], row[item_at]] = sums.get((row[measure_at], row[item_at]), 0) + row[-1]
for _, (measure, item, number, line) in csv_rows(data, measures):
    if not any(row[measure_at] == measure and row[item_at] == item and row[-1] == number for row in now):
        texts.setdefault(line.rsplit(",", 1)[0], set()).add(number)

states = max([len(numbers) for numbers in older.values()], default=0)
states_of_text = max([len(numbers) for numbers in texts.values()], default=0)
print(f"{len(now)} figures now; {len(found)} rows on the disk, of which {sum(map(len, older.values()))} older ones, "
      f"of {max(states, len(pages))} older pages and {states} states at least; "
      f"{sum(map(len, texts.values()))} older lines of exports")
if not {row for _, row in found} >= now:
    print("the figures of now are not among them: this script does not see what it should")
    sys.exit(2)
for key, numbers in sorted(older.items(), key=lambda one: -len(one[1]))[:5]:
    print("  older:", *key, sorted(numbers))
for key, numbers in sorted(texts.items(), key=lambda one: -len(one[1]))[:5]:
    print("  exported:", key, sorted(numbers))
sys.exit(1 if max(states, len(pages), states_of_text) > 1 else 0)
