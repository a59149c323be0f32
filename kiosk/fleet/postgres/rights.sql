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
GRANT SELECT ON kiosk.daily_visits, kiosk.event_visits, kiosk.languages, kiosk.words, kiosk.question_learning, kiosk.quiz_learning, kiosk.quiz_reach,
  kiosk.page_reach, kiosk.display_reach, kiosk.reading_aids, kiosk.report_reach, kiosk.kiosk_health, kiosk.measures, kiosk.intent_change, kiosk.scene_choices TO kiosk_reader;
