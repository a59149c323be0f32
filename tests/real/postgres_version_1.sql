-- A database as `kiosk-log load` of version 1 left it: its schema to the letter, and rows of one kiosk under two names. For
-- tests/real/postgres.sh, which has it brought up to date.
BEGIN;
CREATE SCHEMA kiosk AUTHORIZATION kiosk_loader;
SET LOCAL ROLE kiosk_loader;
CREATE TABLE kiosk.schema_version (version integer NOT NULL);
INSERT INTO kiosk.schema_version VALUES (1);
COMMENT ON TABLE kiosk.schema_version IS 'One row: the form of this schema. kiosk-log refuses one that is later than its own.';

CREATE TABLE kiosk.setting (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  threshold integer NOT NULL DEFAULT 10 CHECK (threshold >= 1));
INSERT INTO kiosk.setting DEFAULT VALUES;
COMMENT ON TABLE kiosk.setting IS 'One row. threshold: views show no figure of people below it.';

CREATE TABLE kiosk.measure (
  id text PRIMARY KEY, counts text NOT NULL, items text NOT NULL, why text NOT NULL, guarded boolean NOT NULL);
COMMENT ON TABLE kiosk.measure IS
  'The dictionary of measures, one row each: what one count stands for, what its item is, what it is needed for; guarded: of '
  'reporting and support, known by released periods only.';

CREATE TABLE kiosk.kiosk (id integer PRIMARY KEY, name text NOT NULL UNIQUE);
COMMENT ON TABLE kiosk.kiosk IS 'Kiosks, one row for each name.';

CREATE TABLE kiosk.source (
  kiosk integer NOT NULL REFERENCES kiosk.kiosk,
  id integer NOT NULL,
  epoch text NOT NULL,
  partner text NOT NULL,
  country text NOT NULL,
  snapshot bigint NOT NULL,
  first_day date,
  last_day date,
  PRIMARY KEY (kiosk, id),
  UNIQUE (kiosk, epoch));
COMMENT ON TABLE kiosk.source IS
  'Databases of kiosks, one row each: a kiosk begins a new one (epoch) when the old one cannot be used. partner (who has it) '
  'and country (ISO 3166 alpha-2) as its highest snapshot says, empty if not told; first_day and last_day: days with counts, '
  'null for none.';

CREATE TABLE kiosk.version (id integer PRIMARY KEY, name text NOT NULL UNIQUE);
COMMENT ON TABLE kiosk.version IS 'Versions of the content that visitors read, one row each.';

CREATE TABLE kiosk.language (id smallint PRIMARY KEY, name text NOT NULL UNIQUE);
COMMENT ON TABLE kiosk.language IS 'Languages of visitors, ISO 639-1, one row each; * in a released cell: all of them.';

CREATE TABLE kiosk.item (
  id integer PRIMARY KEY, measure text NOT NULL, item text NOT NULL, UNIQUE (measure, item));
COMMENT ON TABLE kiosk.item IS 'What is counted, one row for each item of a measure; * in a released cell: all of them.';

-- The columns stand so that none needs padding: 32 bytes a row.
CREATE TABLE kiosk.tally (
  kiosk integer NOT NULL,
  source integer NOT NULL,
  day date NOT NULL,
  version integer NOT NULL,
  item integer NOT NULL,
  language smallint NOT NULL,
  hour smallint NOT NULL,
  n bigint NOT NULL CHECK (n > 0),
  PRIMARY KEY (kiosk, source, day, hour, version, language, item)
) PARTITION BY RANGE (day);
COMMENT ON TABLE kiosk.tally IS
  'Open measures: how often each thing happened (n), by kiosk, database, day or hour, content version, language and item. day: of '
  'Brussels, -infinity where the clock was wrong; hour: 0 to 23, or -1 for a whole day. Never a row for a visitor. n only grows: '
  'of two packages the higher one holds. Partitions: a month each, made when first needed, and tally_unknown.';
-- Not DEFAULT: a partition of that kind is searched anew whenever another one is added.
CREATE TABLE kiosk.tally_unknown PARTITION OF kiosk.tally FOR VALUES FROM ('-infinity') TO ('2000-01-01');
COMMENT ON TABLE kiosk.tally_unknown IS 'Part of tally: counts of an unknown day.';

CREATE TABLE kiosk.release (
  kiosk integer NOT NULL,
  source integer NOT NULL,
  number bigint NOT NULL,
  variant bigint NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  threshold bigint NOT NULL,
  PRIMARY KEY (kiosk, source, number, variant));
COMMENT ON TABLE kiosk.release IS
  'Closed periods, first_day to last_day, of a database, whose figures of reporting and support were released once and for all, '
  'masked below threshold. variant: a hash of what was released, since two machines may use one name and number.';

CREATE TABLE kiosk.released (
  kiosk integer NOT NULL,
  source integer NOT NULL,
  number bigint NOT NULL,
  variant bigint NOT NULL,
  item integer NOT NULL,
  language smallint NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (kiosk, source, number, variant, item, language));
COMMENT ON TABLE kiosk.released IS
  'Published cells of a release: visits that reached the item (n). A cell that is missing is masked: it stands for anything from 0 to '
  'the threshold less 1, or hides such a one. Never to be added up.';

CREATE TABLE kiosk.machine_log (
  kiosk integer NOT NULL,
  source integer NOT NULL,
  seq bigint NOT NULL,
  variant bigint NOT NULL,
  boot bigint NOT NULL,
  monotonic_s bigint NOT NULL,
  day date,
  clock_trusted boolean NOT NULL,
  event text NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (kiosk, source, seq, variant));
COMMENT ON TABLE kiosk.machine_log IS
  'What the machines went through, in the order of seq. boot: the how manieth start; monotonic_s: whole hours since it, in seconds; '
  'day: null where the clock was wrong. variant: a hash of the row, since two machines may use one name. Nothing in it comes from a '
  'visitor.';

-- For the views below, not for readers: nothing is masked in it.
CREATE VIEW kiosk.monthly_sums AS
SELECT s.country, nullif(date_trunc('month', t.day::timestamp)::date, '-infinity') AS month, v.name AS content_version,
       i.measure, i.item, sum(t.n)::bigint AS n
FROM kiosk.tally t
JOIN kiosk.source s ON s.kiosk = t.kiosk AND s.id = t.source
JOIN kiosk.version v ON v.id = t.version
JOIN kiosk.item i ON i.id = t.item
GROUP BY 1, 2, 3, 4, 5;
COMMENT ON VIEW kiosk.monthly_sums IS 'Open measures by country and month, nothing masked: for other views, never for readers.';

CREATE VIEW kiosk.daily_visits WITH (security_barrier) AS
WITH setting AS (SELECT threshold AS k FROM kiosk.setting),
cell AS MATERIALIZED (
  SELECT s.country, s.partner, k.name AS kiosk, nullif(t.day, '-infinity') AS day,
         nullif(date_trunc('month', t.day::timestamp)::date, '-infinity') AS month, l.name AS language, sum(t.n)::bigint AS visits
  FROM kiosk.tally t
  JOIN kiosk.source s ON s.kiosk = t.kiosk AND s.id = t.source
  JOIN kiosk.kiosk k ON k.id = t.kiosk
  JOIN kiosk.language l ON l.id = t.language
  JOIN kiosk.item i ON i.id = t.item
  WHERE i.measure = 'visits'
  GROUP BY 1, 2, 3, 4, 5, 6),
rest AS MATERIALIZED (
  SELECT country, partner, kiosk, month, language, sum(visits)::bigint AS visits, count(*) AS cells,
         sum(visits) BETWEEN min(k) AND (count(*) - 1) * (min(k) - 1) AS shown
  FROM cell, setting WHERE visits < k
  GROUP BY 1, 2, 3, 4, 5),
rest_of_country AS (
  SELECT country, month, language, sum(visits)::bigint AS visits,
         sum(visits) BETWEEN min(k) AND (sum(cells) - 1) * (min(k) - 1) AS shown
  FROM rest, setting WHERE NOT shown
  GROUP BY 1, 2, 3)
SELECT country, partner, kiosk, month, day, language, visits FROM cell, setting WHERE visits >= k
UNION ALL
SELECT country, partner, kiosk, month, NULL, language, visits FROM rest WHERE shown
UNION ALL
SELECT country, NULL, NULL, month, NULL, language, visits FROM rest_of_country WHERE shown;
COMMENT ON VIEW kiosk.daily_visits IS
  'Visits begun by a touch, by kiosk, day and language. Each visit is in one row at most, so sums may be made: they are "at least". Days '
  'below the threshold: together as the rest of that kiosk''s month (day is null) or of the country''s (partner and kiosk are null too). '
  'month: its first day; day and month are null where the clock was wrong.';

CREATE VIEW kiosk.languages WITH (security_barrier) AS
SELECT country, month, language, sum(visits)::bigint AS visits FROM kiosk.daily_visits GROUP BY 1, 2, 3;
COMMENT ON VIEW kiosk.languages IS 'Visits by country, month and language: the rows of daily_visits added up, hence at least so many.';

CREATE VIEW kiosk.question_learning WITH (security_barrier) AS
WITH setting AS (SELECT threshold AS k FROM kiosk.setting),
question AS (
  SELECT country, month, split_part(item, '/', 1) AS quiz, split_part(item, '/', 2) AS question, content_version,
         sum(n)::bigint AS answered, coalesce(sum(n) FILTER (WHERE split_part(item, '/', 3) = 'right'), 0)::bigint AS right_answers
  FROM kiosk.monthly_sums WHERE measure = 'quiz_right'
  GROUP BY 1, 2, 3, 4, 5),
told AS (SELECT *, right_answers >= k AND answered - right_answers >= k AS two_sided FROM question, setting WHERE answered >= k)
SELECT country, month, quiz, question, content_version, answered, CASE WHEN two_sided THEN right_answers END AS right_answers,
       CASE WHEN two_sided THEN round(right_answers::numeric / answered, 3) END AS share
FROM told;
COMMENT ON VIEW kiosk.question_learning IS
  'Questions answered, by country, month (its first day), quiz, question and content version; how many answers were right, and their '
  'share (0 to 1). Null: the right or the wrong ones are below the threshold.';

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
SELECT s.country, s.partner, k.name AS kiosk, s.epoch AS database, r.first_day, r.last_day, i.measure, i.item, l.name AS language, c.n,
       greatest(r.threshold, setting.threshold) AS threshold
FROM kiosk.released c
JOIN kiosk.release r ON r.kiosk = c.kiosk AND r.source = c.source AND r.number = c.number AND r.variant = c.variant
JOIN kiosk.source s ON s.kiosk = c.kiosk AND s.id = c.source
JOIN kiosk.kiosk k ON k.id = c.kiosk
JOIN kiosk.item i ON i.id = c.item
JOIN kiosk.language l ON l.id = c.language
CROSS JOIN kiosk.setting
WHERE c.n >= greatest(r.threshold, setting.threshold)
  AND (r.threshold >= setting.threshold OR (i.item <> '*' AND l.name = '*'))
  AND NOT EXISTS (
    SELECT FROM kiosk.release other
    WHERE other.kiosk = r.kiosk AND other.source = r.source AND (other.number, other.variant) <> (r.number, r.variant)
      AND other.first_day <= r.last_day AND other.last_day >= r.first_day);
COMMENT ON VIEW kiosk.report_reach IS
  'Reporting and support: visits that reached an item in a closed period of a kiosk, as released; * for all items or all languages. A row '
  'that is missing is masked: anything from 0 to the threshold less 1, or hides such a one. Never to be added up.';

CREATE VIEW kiosk.kiosk_health WITH (security_barrier) AS
SELECT s.country, s.partner, k.name AS kiosk, count(DISTINCT s.id) AS databases, max(m.day) AS last_day,
       count(*) FILTER (WHERE m.event = 'boot') AS starts, count(*) FILTER (WHERE m.event = 'crash') AS crashes,
       count(*) FILTER (WHERE m.event = 'fault') AS faults, max(m.day) - min(m.day) + 1 - count(DISTINCT m.day) AS missing_days,
       count(*) FILTER (WHERE NOT m.clock_trusted) AS clock_doubts
FROM kiosk.source s
JOIN kiosk.kiosk k ON k.id = s.kiosk
LEFT JOIN kiosk.machine_log m ON m.kiosk = s.kiosk AND m.source = s.id
GROUP BY 1, 2, 3;
COMMENT ON VIEW kiosk.kiosk_health IS
  'How the machines are: databases used, last day with a sign of life, starts, crashes, faults, days without one between the first and '
  'the last, entries made while the clock was not believed. From the machine log, which no visitor writes: nothing is masked.';

CREATE VIEW kiosk.measures WITH (security_barrier) AS SELECT id AS measure, counts, items, why, guarded FROM kiosk.measure;
COMMENT ON VIEW kiosk.measures IS 'The dictionary of measures: what one count stands for, what its item is, what it is needed for.';

CREATE TABLE kiosk.tally_2026_11 (LIKE kiosk.tally INCLUDING ALL);
ALTER TABLE kiosk.tally ATTACH PARTITION kiosk.tally_2026_11 FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
UPDATE kiosk.setting SET threshold = 5;
INSERT INTO kiosk.measure VALUES ('visits', 'a visit begun by a touch', 'all', 'how many people use the kiosk', false);
INSERT INTO kiosk.kiosk VALUES (1, 'brussels-1'), (2, 'lobby');
INSERT INTO kiosk.source VALUES (1, 1, '0123456789abcdef', 'Agence', 'BE', 2, '2026-11-19', '2026-11-19'),
  (2, 1, '0123456789abcdef', '', '', 1, '2026-11-18', '2026-11-18');
INSERT INTO kiosk.version VALUES (1, '2026.11.1');
INSERT INTO kiosk.language VALUES (1, 'fr'), (2, '*');
INSERT INTO kiosk.item VALUES (1, 'visits', 'all'), (2, 'report_step', 'danger');
INSERT INTO kiosk.tally VALUES (1, 1, '2026-11-19', 1, 1, 1, 14, 30), (1, 1, '-infinity', 1, 1, 1, -1, 3),
  (2, 1, '2026-11-18', 1, 1, 1, -1, 7);
-- variant: the hash that the program of that time made of the release, and of the row of the log.
INSERT INTO kiosk.release VALUES (1, 1, 1, 3404205424110537310, '2026-10-01', '2026-10-31', 10), (2, 1, 1, 3404205424110537310, '2026-10-01', '2026-10-31', 10);
INSERT INTO kiosk.released VALUES (1, 1, 1, 3404205424110537310, 2, 2, 14), (2, 1, 1, 3404205424110537310, 2, 2, 14);
INSERT INTO kiosk.machine_log VALUES (1, 1, 1, 5371548623412714694, 1, 0, '2026-11-18', true, 'boot', ''),
  (2, 1, 1, 5371548623412714694, 1, 0, '2026-11-18', true, 'boot', '');
RESET ROLE;
-- What the roles may do, run at every load where both are there. kiosk_loader owns everything, also what was made before the
-- role was; kiosk_reader sees the views that are made for it, and no table.
DO $$
DECLARE
  one regclass;
BEGIN
  IF (SELECT nspowner <> 'kiosk_loader'::regrole FROM pg_namespace WHERE nspname = 'kiosk') THEN
    ALTER SCHEMA kiosk OWNER TO kiosk_loader;
    FOR one IN SELECT oid FROM pg_class WHERE relnamespace = 'kiosk'::regnamespace AND relkind IN ('r', 'p', 'v') LOOP
      EXECUTE format('ALTER TABLE %s OWNER TO kiosk_loader', one);
    END LOOP;
  END IF;
END
$$;
GRANT USAGE ON SCHEMA kiosk TO kiosk_reader;
GRANT SELECT ON kiosk.daily_visits, kiosk.languages, kiosk.question_learning, kiosk.quiz_learning, kiosk.quiz_reach,
  kiosk.page_reach, kiosk.display_reach, kiosk.reading_aids, kiosk.report_reach, kiosk.kiosk_health, kiosk.measures TO kiosk_reader;
COMMIT;
