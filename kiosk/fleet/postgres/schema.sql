-- The figures of a fleet of kiosks, version 3. Run once, in one transaction, by `kiosk-log load`; as the role that shall own it.
-- A database of version 1 is brought up to it by upgrade_from_1.sql, around this file; one of version 2 by upgrade_from_2.sql.
--
-- Facts (tally, release, released, machine_log) are narrow: names stand once in small tables and have numbers. Numbers are
-- given by the loader under its lock (no sequence, no gaps). Facts have no foreign keys to the names: five look-ups a row
-- would cost more than the load, and nobody but the loader writes.
--
-- A kiosk is a machine: the random number of its database. What it was called, who had it, and which fair it stood at are labels of
-- a machine; facts belong to a label, so that a new name or partner moves none. Of two machines that run from one copied disk, both
-- have one number: each draws a mark of its own for every new day, and facts of a day belong to one of its strands, one a mark.
--
-- Every fact begins its key with the machine, so that Citus can distribute by it; the tables of names are small and go to
-- every node:
--   SELECT create_reference_table('kiosk.' || name)
--     FROM unnest(ARRAY['machine', 'signer', 'label', 'version', 'language', 'item', 'word', 'setting']) AS name;
--   SELECT create_distributed_table('kiosk.' || name, 'machine')
--     FROM unnest(ARRAY['day', 'tally', 'release', 'released', 'machine_log']) AS name;
-- (Bring a database of version 1 up to this one before it is distributed anew.)
--
-- WHAT READERS MAY SEE, AND WHY. A reader sees views only, and no figure of people below the threshold k (setting.threshold;
-- 10 as on the kiosks, and never less). Hiding small cells is not enough where the same people are counted twice, once in a cell and
-- once in a sum over it: the difference gives the cell back. Hence:
--   Months that are over only. A month of a machine is shown once a package tells of a later one: then nothing is added to it any
--     more. Else whoever asks a view before a load and after it would see the visits between two loads, one if there was one. What
--     this leaves: figures of a country's month (and the rest of it in daily_visits) grow when another machine's month comes in, so
--     that who asks before and after learns that machine's whole month, below k or not. Load all kiosks of a month together, or
--     show readers a copy that is refreshed by the month. And of a copied disk the second machine's month may come later.
--     Counts of an unknown day are never over, and in no view.
--   Visits are one partition. A machine's day in one language is shown when it has k visits; else it goes into the rest of that
--     machine's month in that language, and if that may not be shown, into the rest of the country's month. Each visit is in one
--     row or in none, and sums over them are sums of shown rows: no subtraction is left to try. A rest R of m cells is shown
--     when each of them may still be anything from 0 to k - 1: k <= R <= (m - 1)(k - 1), the rule of the kiosk itself.
--     (Two Estonian visits to one stand on one day are two people whom the stand's staff remember.)
--   Quizzes, pages, codes of the loop and reading aids are cut by country and month, never by kiosk, day and language: in
--     so large a group an answer is nobody's. Cells below k are left out all the same; where a figure is a part of another one
--     shown (right answers of all answers), the part stands only when it and what is left of the whole are both k or more.
--   Reporting comes from releases, which a kiosk masks before they leave it and never counts anew. They are shown cell by
--     cell and never added up, since a sum over masked cells gives them away. A release that was masked at a lower threshold than
--     k shows only its totals by item: its other sums were not guarded at k. Two releases of one label that share days, or
--     of one machine and number, are both withheld, since their difference was never looked at: they come from copies.
--   The machine log comes from no visitor and is shown as it is.
-- Grain is fixed in the views, on purpose: a view that took any span of days would answer 1st to 30th less 1st to 29th.

CREATE TABLE kiosk.schema_version (version integer NOT NULL);
INSERT INTO kiosk.schema_version VALUES (3);
COMMENT ON TABLE kiosk.schema_version IS 'One row: the form of this schema. kiosk-log refuses one that is later than its own.';

CREATE TABLE kiosk.setting (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  threshold integer NOT NULL DEFAULT 10 CHECK (threshold >= 10),
  language text NOT NULL DEFAULT 'en');
INSERT INTO kiosk.setting DEFAULT VALUES;
COMMENT ON TABLE kiosk.setting IS
  'One row. threshold: views show no figure of people below it, 10 at least. language: of the words that stand beside figures.';

CREATE TABLE kiosk.measure (
  id text PRIMARY KEY, counts text NOT NULL, items text NOT NULL, why text NOT NULL, guarded boolean NOT NULL);
COMMENT ON TABLE kiosk.measure IS
  'The dictionary of measures, one row each: what one count stands for, what its item is, what it is needed for; guarded: of '
  'reporting and support, known by released periods only.';

CREATE TABLE kiosk.machine (id integer PRIMARY KEY, number text NOT NULL UNIQUE, snapshot bigint NOT NULL, made date);
COMMENT ON TABLE kiosk.machine IS
  'Kiosks, one row for each database: its random number, its highest snapshot, and the last day that it tells of (made): the day of '
  'its newest package, or of its last counts. Months before that one are over.';

CREATE TABLE kiosk.signer (machine integer PRIMARY KEY, key text NOT NULL);
COMMENT ON TABLE kiosk.signer IS
  'Whose key signs the packages of a machine (Ed25519, 64 hexadecimal digits): of a machine that is here nothing else is loaded.';

CREATE TABLE kiosk.label (
  machine integer NOT NULL REFERENCES kiosk.machine,
  id smallint NOT NULL,
  former boolean NOT NULL,
  number bigint NOT NULL,
  kiosk text NOT NULL,
  partner text NOT NULL,
  country text NOT NULL,
  setting text NOT NULL,
  event text NOT NULL,
  event_first date,
  event_last date,
  zone text NOT NULL,
  first_day date,
  last_day date,
  snapshot bigint NOT NULL,
  PRIMARY KEY (machine, id));
COMMENT ON TABLE kiosk.label IS
  'What a machine was called, who had it (partner; country, ISO 3166 alpha-2), where it stood (setting: shop or fair; event: the fair, '
  'event_first to event_last) and in which zone its days are. Texts are empty if not told. number: as the machine counts its labels. '
  'former: counted before there were labels, so that only the name is sure. first_day, last_day: with counts, null for none.';

CREATE TABLE kiosk.day (
  machine integer NOT NULL,
  day date NOT NULL,
  strand smallint NOT NULL,
  mark text NOT NULL,
  open text NOT NULL,
  PRIMARY KEY (machine, day, strand),
  UNIQUE (machine, day, mark));
COMMENT ON TABLE kiosk.day IS
  'Days on which a machine was on, one row for each mark that was drawn for it: two strands of one day are two machines that run from '
  'one copied disk. day: -infinity for counts of an unknown day. open: when it was meant to be on, empty where nobody said.';

CREATE TABLE kiosk.version (id integer PRIMARY KEY, name text NOT NULL UNIQUE);
COMMENT ON TABLE kiosk.version IS 'Versions of the content that visitors read, one row each.';

CREATE TABLE kiosk.language (id smallint PRIMARY KEY, name text NOT NULL UNIQUE);
COMMENT ON TABLE kiosk.language IS 'Languages of visitors, ISO 639-1, one row each; * in a released cell: all of them.';

CREATE TABLE kiosk.item (
  id integer PRIMARY KEY, measure text NOT NULL, item text NOT NULL, UNIQUE (measure, item));
COMMENT ON TABLE kiosk.item IS 'What is counted, one row for each item of a measure; * in a released cell: all of them.';

CREATE TABLE kiosk.word (
  version integer NOT NULL,
  item integer NOT NULL,
  language smallint NOT NULL,
  is_right smallint NOT NULL,
  variant bigint NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (version, item, language, variant));
COMMENT ON TABLE kiosk.word IS
  'What an item is called in a version of the content, in a language; is_right of an answer: 1 right, 0 not, -1 of anything else. '
  'variant: a hash of it, since a content may have been changed without a new version.';

-- The columns stand so that none needs padding: 32 bytes a row.
CREATE TABLE kiosk.tally (
  machine integer NOT NULL,
  day date NOT NULL,
  version integer NOT NULL,
  item integer NOT NULL,
  label smallint NOT NULL,
  strand smallint NOT NULL,
  language smallint NOT NULL,
  hour smallint NOT NULL,
  n bigint NOT NULL CHECK (n > 0),
  PRIMARY KEY (machine, label, day, strand, hour, version, language, item)
) PARTITION BY RANGE (day);
COMMENT ON TABLE kiosk.tally IS
  'Open measures: how often each thing happened (n), by machine, label, day or hour, content version, language and item. day: of the '
  'label''s zone, -infinity where the clock was wrong; strand: which mark of this day, 0 for none (former labels); hour: 0 to 23, or -1 '
  'for a whole day. Never a row for a visitor. n only grows: of two packages the higher one holds. Partitions: a month each, made when '
  'first needed, and tally_unknown.';
-- Not DEFAULT: a partition of that kind is searched anew whenever another one is added.
CREATE TABLE kiosk.tally_unknown PARTITION OF kiosk.tally FOR VALUES FROM ('-infinity') TO ('2000-01-01');
COMMENT ON TABLE kiosk.tally_unknown IS 'Part of tally: counts of an unknown day.';

CREATE TABLE kiosk.release (
  machine integer NOT NULL,
  number bigint NOT NULL,
  variant bigint NOT NULL,
  label smallint NOT NULL,
  mark text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  threshold bigint NOT NULL,
  snapshot bigint NOT NULL,
  PRIMARY KEY (machine, number, variant));
COMMENT ON TABLE kiosk.release IS
  'Closed periods, first_day to last_day (-infinity: counts of an unknown day), of a label, whose figures of reporting and support were '
  'released once and for all, masked below threshold. variant: a hash of what was released, since copies of a database use one number.';

CREATE TABLE kiosk.released (
  machine integer NOT NULL,
  number bigint NOT NULL,
  variant bigint NOT NULL,
  item integer NOT NULL,
  language smallint NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (machine, number, variant, item, language));
COMMENT ON TABLE kiosk.released IS
  'Published cells of a release: visits that reached the item (n). A cell that is missing is masked: it stands for anything from 0 to '
  'the threshold less 1, or hides such a one. Never to be added up.';

CREATE TABLE kiosk.machine_log (
  machine integer NOT NULL,
  seq bigint NOT NULL,
  variant bigint NOT NULL,
  boot bigint NOT NULL,
  monotonic_s bigint NOT NULL,
  day date,
  clock_trusted boolean NOT NULL,
  event text NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (machine, seq, variant));
COMMENT ON TABLE kiosk.machine_log IS
  'What the machines went through, in the order of seq. boot: the how manieth start; monotonic_s: whole hours since it, in seconds; '
  'day: null where the clock was wrong. variant: a hash of the row, since copies of a database use one number. Nothing in it comes from a '
  'visitor.';

-- For the views below, not for readers: nothing is masked in it.
CREATE VIEW kiosk.monthly_sums AS
SELECT l.country, date_trunc('month', t.day::timestamp)::date AS month, v.name AS content_version,
       i.measure, i.item, sum(t.n)::bigint AS n
FROM kiosk.tally t
JOIN kiosk.label l ON l.machine = t.machine AND l.id = t.label
JOIN kiosk.machine m ON m.id = t.machine
JOIN kiosk.version v ON v.id = t.version
JOIN kiosk.item i ON i.id = t.item
WHERE t.day > '-infinity' AND t.day < date_trunc('month', m.made::timestamp)
GROUP BY 1, 2, 3, 4, 5;
COMMENT ON VIEW kiosk.monthly_sums IS
  'Open measures by country and month, of months that are over, nothing masked: for other views, never for readers.';

CREATE VIEW kiosk.daily_visits WITH (security_barrier) AS
WITH setting AS (SELECT threshold AS k FROM kiosk.setting),
cell AS MATERIALIZED (
  SELECT l.country, l.partner, l.kiosk, l.event, l.event_first, t.machine, t.day,
         date_trunc('month', t.day::timestamp)::date AS month, g.name AS language, sum(t.n)::bigint AS visits
  FROM kiosk.tally t
  JOIN kiosk.label l ON l.machine = t.machine AND l.id = t.label
  JOIN kiosk.machine m ON m.id = t.machine
  JOIN kiosk.language g ON g.id = t.language
  JOIN kiosk.item i ON i.id = t.item
  WHERE i.measure = 'visits' AND t.day > '-infinity' AND t.day < date_trunc('month', m.made::timestamp)
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9),
rest AS MATERIALIZED (
  SELECT country, partner, kiosk, event, event_first, machine, month, language, sum(visits)::bigint AS visits, count(*) AS cells,
         sum(visits) BETWEEN min(k) AND (count(*) - 1) * (min(k) - 1) AS shown
  FROM cell, setting WHERE visits < k
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8),
rest_of_country AS (
  SELECT country, month, language, sum(visits)::bigint AS visits,
         sum(visits) BETWEEN min(k) AND (sum(cells) - 1) * (min(k) - 1) AS shown
  FROM rest, setting WHERE NOT shown
  GROUP BY 1, 2, 3)
SELECT country, partner, kiosk, event, event_first, month, day, language, visits FROM cell, setting WHERE visits >= k
UNION ALL
SELECT country, partner, kiosk, event, event_first, month, NULL, language, visits FROM rest WHERE shown
UNION ALL
SELECT country, NULL, NULL, NULL, NULL, month, NULL, language, visits FROM rest_of_country WHERE shown;
COMMENT ON VIEW kiosk.daily_visits IS
  'Visits begun by a touch, by kiosk, event (empty where there was none), day and language, of months that are over. Each visit is in '
  'one row at most, so sums may be made: they are "at least". Two databases of one kiosk have a row each. Days below the threshold: '
  'together as the rest of that kiosk''s month (day is null) or of the country''s (partner, kiosk and event are null too). month: its '
  'first day.';

CREATE VIEW kiosk.event_visits WITH (security_barrier) AS
SELECT country, event, event_first, min(day) AS first_day_shown, max(day) AS last_day_shown, language, sum(visits)::bigint AS visits
FROM kiosk.daily_visits WHERE event <> '' GROUP BY 1, 2, 3, 6;
COMMENT ON VIEW kiosk.event_visits IS
  'Visits at fairs, by event, its first day, and language: the rows of daily_visits added up, hence at least so many.';

CREATE VIEW kiosk.languages WITH (security_barrier) AS
SELECT country, month, language, sum(visits)::bigint AS visits FROM kiosk.daily_visits GROUP BY 1, 2, 3;
COMMENT ON VIEW kiosk.languages IS 'Visits by country, month and language: the rows of daily_visits added up, hence at least so many.';

CREATE VIEW kiosk.words WITH (security_barrier) AS
SELECT v.name AS content_version, g.name AS language, i.measure, i.item, min(w.words) AS words,
       CASE min(w.is_right) WHEN 1 THEN true WHEN 0 THEN false END AS is_right
FROM kiosk.word w
JOIN kiosk.version v ON v.id = w.version
JOIN kiosk.language g ON g.id = w.language
JOIN kiosk.item i ON i.id = w.item
GROUP BY 1, 2, 3, 4 HAVING count(*) = 1;
COMMENT ON VIEW kiosk.words IS
  'What questions, answers, pages, places and channels are called, by content version and language. Left out: what was changed without '
  'a new version, since nobody can say which of its wordings a count is about. is_right: of answers.';

CREATE VIEW kiosk.question_learning WITH (security_barrier) AS
WITH setting AS (SELECT threshold AS k FROM kiosk.setting),
question AS (
  SELECT country, month, split_part(item, '/', 1) AS quiz, split_part(item, '/', 2) AS question, content_version,
         sum(n)::bigint AS answered, coalesce(sum(n) FILTER (WHERE split_part(item, '/', 3) = 'right'), 0)::bigint AS right_answers
  FROM kiosk.monthly_sums WHERE measure = 'quiz_right'
  GROUP BY 1, 2, 3, 4, 5),
told AS (SELECT *, right_answers >= k AND answered - right_answers >= k AS two_sided FROM question, setting WHERE answered >= k)
SELECT country, month, quiz, question, content_version, words, answered, CASE WHEN two_sided THEN right_answers END AS right_answers,
       CASE WHEN two_sided THEN round(right_answers::numeric / answered, 3) END AS share
FROM told
LEFT JOIN (SELECT content_version, item, words FROM kiosk.words w, kiosk.setting
           WHERE measure = 'quiz_right' AND w.language = setting.language) AS wording (version_of_words, path, words)
  ON version_of_words = content_version AND path = quiz || '/' || question;
COMMENT ON VIEW kiosk.question_learning IS
  'Questions answered, by country, month (its first day), quiz, question and content version; how many answers were right, and their '
  'share (0 to 1). Null: the right or the wrong ones are below the threshold. words: of the question in that version, null where they are '
  'not known or were changed without a new version.';

-- Of the four ways through the paired question, right-wrong is often rare. What was right before and after does not give it
-- away: with each of the four margins k or more, each inner cell has more than k values left.
CREATE VIEW kiosk.quiz_learning WITH (security_barrier) AS
WITH setting AS (SELECT threshold AS k FROM kiosk.setting),
way AS (
  SELECT country, month, split_part(item, '/', 1) AS quiz, content_version, split_part(item, '/', 2) AS first_last, n
  FROM kiosk.monthly_sums WHERE measure = 'knowledge'),
quiz AS (
  SELECT country, month, quiz, content_version, sum(n)::bigint AS finished,
         coalesce(sum(n) FILTER (WHERE first_last = 'right-right'), 0)::bigint AS stayed_right,
         coalesce(sum(n) FILTER (WHERE first_last = 'wrong-right'), 0)::bigint AS learned,
         coalesce(sum(n) FILTER (WHERE first_last = 'right-wrong'), 0)::bigint AS unlearned,
         coalesce(sum(n) FILTER (WHERE first_last = 'wrong-wrong'), 0)::bigint AS stayed_wrong
  FROM way GROUP BY 1, 2, 3, 4),
told AS (
  SELECT *, least(stayed_right + unlearned, stayed_right + learned, stayed_wrong + learned, stayed_wrong + unlearned) >= k AS margins,
         least(stayed_right, learned, unlearned, stayed_wrong) >= k AS ways
  FROM quiz, setting WHERE finished >= k)
SELECT country, month, quiz, content_version, finished, CASE WHEN margins THEN stayed_right + unlearned END AS right_before,
       CASE WHEN margins THEN stayed_right + learned END AS right_after, CASE WHEN ways THEN stayed_right END AS stayed_right,
       CASE WHEN ways THEN learned END AS learned, CASE WHEN ways THEN unlearned END AS unlearned,
       CASE WHEN ways THEN stayed_wrong END AS stayed_wrong
FROM told;
COMMENT ON VIEW kiosk.quiz_learning IS
  'Whether the kiosk teaches: quizzes finished, by country, month, quiz and content version, and how many had the paired question '
  'right before and after; learned: wrong, then right. Null: one of the figures beside it is below the threshold.';

-- By content version, as the views above: without, the quizzes of a version they leave out were the difference.
CREATE VIEW kiosk.quiz_reach WITH (security_barrier) AS
WITH setting AS (SELECT threshold AS k FROM kiosk.setting),
quiz AS (
  SELECT country, month, item AS quiz, content_version, coalesce(sum(n) FILTER (WHERE measure = 'quiz_started'), 0)::bigint AS started,
         coalesce(sum(n) FILTER (WHERE measure = 'quiz_finished'), 0)::bigint AS finished
  FROM kiosk.monthly_sums WHERE measure IN ('quiz_started', 'quiz_finished')
  GROUP BY 1, 2, 3, 4)
SELECT country, month, quiz, content_version, started, finished FROM quiz, setting WHERE finished >= k AND started - finished >= k;
COMMENT ON VIEW kiosk.quiz_reach IS
  'Quizzes begun and brought to their end, by country, month, quiz and content version; left out where those finished or those left are below the threshold.';

CREATE VIEW kiosk.page_reach WITH (security_barrier) AS
WITH setting AS (SELECT threshold AS k FROM kiosk.setting),
page AS (
  SELECT country, month, split_part(item, '/', 1) AS campaign, split_part(item, '/', 2) AS page,
         coalesce(sum(n) FILTER (WHERE measure = 'page_seen'), 0)::bigint AS visits,
         coalesce(sum(n) FILTER (WHERE measure = 'sources_opened'), 0)::bigint AS sources_opened
  FROM kiosk.monthly_sums WHERE measure IN ('page_seen', 'sources_opened')
  GROUP BY 1, 2, 3, 4)
SELECT country, month, campaign, page, visits, CASE WHEN sources_opened >= k THEN sources_opened END AS sources_opened
FROM page, setting WHERE visits >= k;
COMMENT ON VIEW kiosk.page_reach IS
  'Visits that saw a page of a campaign, and how often its sources were opened, by country and month. Null: below the threshold.';

CREATE VIEW kiosk.display_reach WITH (security_barrier) AS
SELECT country, month, item AS channel, sum(n)::bigint AS times
FROM kiosk.monthly_sums WHERE measure = 'display_code'
GROUP BY 1, 2, 3 HAVING sum(n) >= (SELECT threshold FROM kiosk.setting);
COMMENT ON VIEW kiosk.display_reach IS
  'How often the loop for passers-by showed the code of a channel, by country and month. Nobody is counted: nothing says who looked.';

CREATE VIEW kiosk.reading_aids WITH (security_barrier) AS
SELECT country, month, item AS aid, sum(n)::bigint AS visits
FROM kiosk.monthly_sums WHERE measure = 'comfort'
GROUP BY 1, 2, 3 HAVING sum(n) >= (SELECT threshold FROM kiosk.setting);
COMMENT ON VIEW kiosk.reading_aids IS 'Visits that used a reading aid, by country and month; those below the threshold are left out.';

CREATE VIEW kiosk.report_reach WITH (security_barrier) AS
SELECT l.country, l.partner, l.kiosk, l.event, m.number AS machine, r.number::text AS release, nullif(r.first_day, '-infinity') AS first_day,
       nullif(r.last_day, '-infinity') AS last_day, i.measure, i.item, g.name AS language, c.n,
       greatest(r.threshold, setting.threshold) AS threshold
FROM kiosk.released c
JOIN kiosk.release r ON r.machine = c.machine AND r.number = c.number AND r.variant = c.variant
JOIN kiosk.machine m ON m.id = r.machine
JOIN kiosk.label l ON l.machine = r.machine AND l.id = r.label
JOIN kiosk.item i ON i.id = c.item
JOIN kiosk.language g ON g.id = c.language
CROSS JOIN kiosk.setting
WHERE c.n >= greatest(r.threshold, setting.threshold)
  AND (r.threshold >= setting.threshold OR (i.item <> '*' AND g.name = '*'))
  AND NOT EXISTS (
    SELECT FROM kiosk.release other
    WHERE other.machine = r.machine AND (other.number, other.variant) <> (r.number, r.variant)
      AND (other.number = r.number
           OR (other.label = r.label AND other.first_day > '-infinity' AND r.first_day > '-infinity'
               AND other.first_day <= r.last_day AND other.last_day >= r.first_day)));
COMMENT ON VIEW kiosk.report_reach IS
  'Reporting and support: visits that reached an item in a closed period of a kiosk (days are null for counts of an unknown day), as '
  'released; * for all items or all languages. A row that is missing is masked: anything from 0 to the threshold less 1, or hides such '
  'a one. Never to be added up.';

CREATE VIEW kiosk.kiosk_health WITH (security_barrier) AS
WITH last AS (
  SELECT DISTINCT ON (machine) machine, country, partner, kiosk FROM kiosk.label ORDER BY machine, last_day DESC NULLS LAST, id DESC),
copies AS (
  SELECT machine, max(strands) AS copies FROM (SELECT machine, count(*) AS strands FROM kiosk.day GROUP BY machine, day) d GROUP BY 1)
SELECT l.country, l.partner, l.kiosk, count(DISTINCT l.machine) AS databases, coalesce(max(c.copies), 1) AS copies, max(m.day) AS last_day,
       count(*) FILTER (WHERE m.event = 'boot') AS starts, count(*) FILTER (WHERE m.event = 'crash') AS crashes,
       count(*) FILTER (WHERE m.event = 'fault') AS faults, max(m.day) - min(m.day) + 1 - count(DISTINCT m.day) AS missing_days,
       count(*) FILTER (WHERE NOT m.clock_trusted) AS clock_doubts
FROM last l
LEFT JOIN copies c ON c.machine = l.machine
LEFT JOIN kiosk.machine_log m ON m.machine = l.machine
GROUP BY 1, 2, 3;
COMMENT ON VIEW kiosk.kiosk_health IS
  'How the machines are, by what they were called last: databases used, machines that run from one copied disk (copies), last day with a '
  'sign of life, starts, crashes, faults, days without one between the first and the last, entries made while the clock was not believed. '
  'From the machine log, which no visitor writes: nothing is masked.';

CREATE VIEW kiosk.measures WITH (security_barrier) AS SELECT id AS measure, counts, items, why, guarded FROM kiosk.measure;
COMMENT ON VIEW kiosk.measures IS 'The dictionary of measures: what one count stands for, what its item is, what it is needed for.';
