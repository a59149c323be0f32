-- From version 1, in which a kiosk was its name: what stands there becomes figures of former labels, of which the name alone is sure.
-- Run by `kiosk-log load` in its transaction, in three parts at the lines of dashes: before schema.sql; after it, without the tally,
-- which is taken over a month at a time; and when that is done.
DROP VIEW kiosk.languages, kiosk.daily_visits, kiosk.question_learning, kiosk.quiz_learning, kiosk.quiz_reach, kiosk.page_reach,
  kiosk.display_reach, kiosk.reading_aids, kiosk.report_reach, kiosk.kiosk_health, kiosk.measures, kiosk.monthly_sums;
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT relname, relkind FROM pg_class WHERE relnamespace = 'kiosk'::regnamespace AND relkind IN ('r', 'p', 'i', 'I') LOOP
    EXECUTE format('ALTER %s kiosk.%I RENAME TO %I', CASE WHEN one.relkind IN ('i', 'I') THEN 'INDEX' ELSE 'TABLE' END, one.relname,
                   'old_' || one.relname);
  END LOOP;
END
$$;
------------------------------------------------------------------------
UPDATE kiosk.setting SET threshold = (SELECT greatest(threshold, 10) FROM kiosk.old_setting);
INSERT INTO kiosk.measure SELECT * FROM kiosk.old_measure;
INSERT INTO kiosk.version SELECT * FROM kiosk.old_version;
INSERT INTO kiosk.language SELECT * FROM kiosk.old_language;
INSERT INTO kiosk.item SELECT * FROM kiosk.old_item;
-- A database under two names is one machine. What counts on a day tells of all days before it.
INSERT INTO kiosk.machine SELECT row_number() OVER (ORDER BY epoch), epoch, max(snapshot), max(last_day) FROM kiosk.old_source GROUP BY epoch;
INSERT INTO kiosk.label
  SELECT m.id, row_number() OVER (PARTITION BY m.id ORDER BY k.name), true, 0, k.name, s.partner, s.country, '', '', NULL, NULL,
         'Europe/Brussels', s.first_day, s.last_day, s.snapshot
  FROM kiosk.old_source s JOIN kiosk.machine m ON m.number = s.epoch JOIN kiosk.old_kiosk k ON k.id = s.kiosk;
CREATE TABLE kiosk.old_place AS
  SELECT s.kiosk, s.id AS source, l.machine, l.id AS label, s.snapshot
  FROM kiosk.old_source s JOIN kiosk.machine m ON m.number = s.epoch JOIN kiosk.old_kiosk k ON k.id = s.kiosk
  JOIN kiosk.label l ON l.machine = m.id AND l.kiosk = k.name;
-- All releases were told under the name that the kiosk had last.
INSERT INTO kiosk.release
  SELECT DISTINCT ON (p.machine, r.number, r.variant) p.machine, r.number, r.variant, p.label, '', r.first_day, r.last_day, r.threshold,
         p.snapshot
  FROM kiosk.old_release r JOIN kiosk.old_place p USING (kiosk, source) ORDER BY p.machine, r.number, r.variant, p.snapshot DESC;
INSERT INTO kiosk.released
  SELECT p.machine, c.number, c.variant, c.item, c.language, max(c.n) FROM kiosk.old_released c JOIN kiosk.old_place p USING (kiosk, source)
  GROUP BY 1, 2, 3, 4, 5;
INSERT INTO kiosk.machine_log
  SELECT DISTINCT ON (p.machine, g.seq, g.variant) p.machine, g.seq, g.variant, g.boot, g.monotonic_s, g.day, g.clock_trusted, g.event,
         g.detail
  FROM kiosk.old_machine_log g JOIN kiosk.old_place p USING (kiosk, source);
------------------------------------------------------------------------
DROP TABLE kiosk.old_tally, kiosk.old_release, kiosk.old_released, kiosk.old_machine_log, kiosk.old_source, kiosk.old_kiosk,
  kiosk.old_version, kiosk.old_language, kiosk.old_item, kiosk.old_measure, kiosk.old_setting, kiosk.old_schema_version, kiosk.old_place;
