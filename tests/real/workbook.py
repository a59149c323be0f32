# workbook.py FOLDER TABLES: FOLDER has tallies.csv and figures.xlsx (and perhaps reporting.csv); TABLES has LibreOffice's
# figures-<sheet>.csv of it. Checks that each part is XML, that both programs see the same numbers, and that the tables
# are the sums of the tallies. Tables are found by the workbook's names for ranges, which are the same in every language.
import collections
import csv
import datetime
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
faults = []


def check(right, *words):
    if not right:
        faults.append(' '.join(str(word) for word in words))


def place(name):  # "B7" -> (7, 2)
    letters, digits = re.fullmatch(r'\$?([A-Z]+)\$?(\d+)', name).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


class Workbook:
    def __init__(self, path):
        with zipfile.ZipFile(path) as parts:
            check(parts.testzip() is None, 'a part of the zip file is damaged')
            xml = {name: ElementTree.fromstring(parts.read(name)) for name in parts.namelist()}
        shared = [''.join(text.text or '' for text in entry.iter(MAIN + 't'))
                  for entry in xml['xl/sharedStrings.xml'].findall(MAIN + 'si')]
        self.names = {}
        self.sheets = {}
        self.formulas = {}
        for number, sheet in enumerate(xml['xl/workbook.xml'].iter(MAIN + 'sheet'), 1):
            cells = {}
            for cell in xml[f'xl/worksheets/sheet{number}.xml'].iter(MAIN + 'c'):
                value = cell.find(MAIN + 'v')
                if value is None:
                    continue
                at = place(cell.get('r'))
                cells[at] = shared[int(value.text)] if cell.get('t') == 's' else float(value.text)
                if cell.find(MAIN + 'f') is not None:
                    self.formulas[sheet.get('name'), at] = cell.find(MAIN + 'f').text
            self.sheets[sheet.get('name')] = cells
        for name in xml['xl/workbook.xml'].iter(MAIN + 'definedName'):
            sheet, cells = re.fullmatch(r"'?(.*?)'?!(.*)", name.text).groups()
            if not name.get('name').startswith('_xlnm'):
                first, _, last = cells.partition(':')
                self.names[name.get('name')] = (sheet, place(first), place(last or first))

    def rows(self, name):
        if name not in self.names:
            return []
        sheet, (top, left), (bottom, right) = self.names[name]
        cells = self.sheets[sheet]
        return [[cells.get((row, column)) for column in range(left, right + 1)] for row in range(top, bottom + 1)]


def day_of(serial):
    return (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(serial))).isoformat()


class Tallies:
    def __init__(self, path):
        self.sums = collections.defaultdict(collections.Counter)
        self.days, self.hours, self.languages = collections.Counter(), collections.Counter(), collections.Counter()
        with open(path, newline='', encoding='utf-8') as file:
            for row in csv.DictReader(file):
                n = int(row['n'])
                self.sums[row['measure']][row['item']] += n
                if row['measure'] == 'visits':
                    self.days[row['bucket'][:10] if row['bucket'] != 'unknown' else 'unknown'] += n
                    self.languages[row['language']] += n
                    if 'T' in row['bucket']:
                        self.hours[int(row['bucket'][11:13])] += n

    def last_parts(self, measure):  # "quiz/question/right" -> {"quiz/question": {"right": n}}
        parts = collections.defaultdict(collections.Counter)
        for item, n in self.sums[measure].items():
            head, _, tail = item.rpartition('/')
            parts[head][tail] += n
        return parts


def same_counts(name, rows, counts, column=1):
    check(sorted(row[column] for row in rows if row[column]) == sorted(counts.values()),
          f'{name}: the table has {[row[column] for row in rows]}, the tallies {sorted(counts.values())}')


def compare_simple(book, tallies):
    visits = book.rows('visits_all')
    check(visits and visits[0][0] == sum(tallies.sums['visits'].values()), 'visits', visits)
    days = {day_of(row[0]) if isinstance(row[0], float) else 'unknown': row[1] for row in book.rows('visits_by_day') if row[1]}
    check(days == dict(tallies.days), 'visits by day', days, dict(tallies.days))
    months = collections.Counter()
    for day, n in tallies.days.items():
        months[day[:7]] += n
    if 'visits_by_month' in book.names:
        shown = {day_of(row[0])[:7] if isinstance(row[0], float) else 'unknown': row[1]
                 for row in book.rows('visits_by_month')}
        check(shown == dict(months), 'visits by month', shown)
    weeks = collections.Counter()
    for day, n in tallies.days.items():
        date = day if day == 'unknown' else datetime.date.fromisoformat(day)
        weeks[day if day == 'unknown' else (date - datetime.timedelta(date.weekday())).isoformat()] += n
    shown = {day_of(row[0]) if isinstance(row[0], float) else 'unknown': row[1] for row in book.rows('visits_by_week')}
    check(shown == dict(weeks), 'visits by week', shown, dict(weeks))
    campaigns = collections.Counter()
    for item, n in tallies.sums['page_seen'].items():
        campaigns[item.partition('/')[0]] += n
    same_counts('campaigns', book.rows('campaigns'), campaigns)
    shown = [row[1] for row in book.rows('visits_by_hour')]
    hours = [tallies.hours[hour] for hour in range(min(tallies.hours), max(tallies.hours) + 1)] if tallies.hours else []
    check(shown == hours, 'visits by hour', shown, hours)
    matrix = [sum(column) for column in zip(*(row[1:] for row in book.rows('visits_by_day_and_hour')))]
    check(matrix == hours, 'visits by day and hour', matrix, hours)
    same_counts('languages', book.rows('visits_by_language'), tallies.languages)
    for name, measure in (('visit_lengths', 'visit_length'), ('visits_ended', 'visit_ended'), ('scores', 'quiz_score')):
        same_counts(name, book.rows(name), tallies.sums[measure])
    for measure in ('screen_seen', 'page_seen', 'sources_opened', 'comfort', 'display_code'):
        same_counts(measure, book.rows(measure), tallies.sums[measure])
    same_counts('dwell', book.rows('dwell'), {item: sum(bands.values()) for item, bands in tallies.last_parts('dwell').items()},
                -1)


def compare_quiz(book, tallies):
    right, left = tallies.last_parts('quiz_right'), tallies.sums['quiz_left_at']
    answers = tallies.last_parts('quiz_answer')
    questions = {item.rpartition('/')[2]: item for item in {*right, *left, *answers}}
    rows = book.rows('questions')
    check(len(rows) == len(questions), f'{len(rows)} questions instead of {len(questions)}')
    shares = [row[3] for row in rows if row[3] is not None]
    check(shares == sorted(shares, reverse=True), 'questions are not in the order of their shares', shares)
    for text, answered, good, share, gone, sheet in rows:
        number, question = re.fullmatch(r'\D*(\d+) (.*?)(?:…| \(\d+\))?', sheet).groups()
        # A long id is cut in the name of a sheet.
        item = questions.get(question) or next((path for name, path in questions.items() if name.startswith(question)), None)
        check(item is not None, 'no such question', sheet)
        counts = right[item]
        check(answered == sum(counts.values()) and good == counts['right'] and gone == left[item], 'question', sheet, text)
        check(not answered or abs(share - good / answered) < 1e-12, 'share of', sheet, share)
        same_counts(sheet, book.rows(f'question_{number}_answers'), answers[item], 2)
        shown = [row[1] for row in book.rows(f'question_{number}')]
        check(shown[:2] == [answered, good] and shown[3] == gone, 'in short', sheet, shown)
    knowledge = collections.Counter()
    for bands in tallies.last_parts('knowledge').values():
        knowledge.update(bands)
    shown = [row[1] for row in book.rows('learning')]
    meant = [knowledge[how] for how in ('wrong-right', 'right-right', 'wrong-wrong', 'right-wrong')]
    check(shown == meant or not sum(meant), 'learning', shown, meant)
    net = knowledge['wrong-right'] - knowledge['right-wrong']
    check([row[1] for row in book.rows('learned')] == [net] or not sum(meant), 'learned, net', book.rows('learned'), net)
    answers = sum(sum(value for value in row[1::2]) for row in book.rows('questions_by_language'))
    check(answers == sum(tallies.sums['quiz_right'].values()), 'questions by language', answers)
    quizzes = {item: (n, tallies.sums['quiz_finished'][item]) for item, n in tallies.sums['quiz_started'].items()}
    shown = sorted((row[1], row[2]) for row in book.rows('quizzes'))
    check(shown == sorted(quizzes.values()), 'quizzes', shown, quizzes)


def compare_reporting(book, path):
    if not os.path.exists(path):
        return
    with open(path, newline='', encoding='utf-8') as file:
        published = sorted(float(row['n']) for row in csv.DictReader(file))
    shown = []
    for name in book.names:
        if name.startswith('release_'):
            for row in book.rows(name):
                shown += [cell for cell in row[1:] if isinstance(cell, float)]
                words = ('·', 'fewer than 10', 'weniger als 10', 'moins de 10', 'minder dan 10', 'not shown', 'nicht gezeigt',
                         'non montré', 'niet getoond')
                check(all(isinstance(cell, float) or cell in words for cell in row[1:]), name, row)
    check(sorted(shown) == published, 'reporting', sorted(shown), published)
    sheets = {book.names[name][0] for name in book.names if name.startswith('release_')}
    check(not any(sheet in sheets for sheet, _ in book.formulas), 'there is a formula among masked numbers')


# Rows for tables of one's own: of all tallies together, each measure as often as it was counted.
def compare_data(book, tallies):
    sums = collections.defaultdict(collections.Counter)
    for row in book.rows('data')[1:]:
        sums[row[10]][row[11]] += row[9]
    for measure, items in tallies.sums.items():
        check(sums[measure] == items, 'data of', measure)
    check(set(sums) == set(tallies.sums), 'data has', set(sums) ^ set(tallies.sums))


def number_of(text):
    return float(text[:-1]) / 100 if text.endswith('%') else float(text)


def compare_with_libreoffice(book, folder):
    compared = 0
    for sheet, cells in book.sheets.items():
        path = os.path.join(folder, f'figures-{sheet}.csv')
        check(os.path.exists(path), 'LibreOffice has no sheet', sheet)
        with open(path, newline='', encoding='utf-8') as file:
            table = list(csv.reader(file))
        for (row, column), value in cells.items():
            if isinstance(value, str):
                continue
            theirs = table[row - 1][column - 1] if row <= len(table) and column <= len(table[row - 1]) else ''
            compared += 1
            try:
                check(abs(number_of(theirs) - value) < 1e-9 * max(1, abs(value)), sheet, row, column, value, theirs)
            except ValueError:  # a day, as the language writes it: its year stands there
                check(value == int(value) and day_of(value)[:4] in theirs, sheet, row, column, value, repr(theirs))
    check(compared > 0, 'no number was compared')
    return compared


def main(folder, tables):
    book = Workbook(os.path.join(folder, 'figures.xlsx'))
    tallies = Tallies(os.path.join(folder, 'tallies.csv'))
    compare_simple(book, tallies)
    compare_quiz(book, tallies)
    compare_data(book, tallies)
    compare_reporting(book, os.path.join(folder, 'reporting.csv'))
    compared = compare_with_libreoffice(book, tables)
    for fault in faults:
        print('FAILED:', fault, file=sys.stderr)
    print(f'{len(book.sheets)} sheets, {len(book.names)} named tables, {compared} numbers the same in LibreOffice')
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
