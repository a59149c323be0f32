-- What version 4 added: what people mean to do, and what they would do in a scene. Run after schema.sql, and for an older schema.

-- How often each answer to the intent was given before the quiz and after it. As in quiz_learning the ways between them are not shown:
-- with every margin k or more, each way has more than k values left. Answers that nobody gave count as margins, too; which there
-- are is known from the words of a version, and a version without words is left out.
CREATE VIEW kiosk.intent_change WITH (security_barrier) AS
WITH setting AS (SELECT threshold AS k FROM kiosk.setting),
asked AS (
  SELECT DISTINCT v.name AS content_version, split_part(i.item, '/', 1) AS quiz,
         regexp_replace(split_part(i.item, '/', 2), '-[^-]*$', '') AS answer
  FROM kiosk.word w JOIN kiosk.version v ON v.id = w.version JOIN kiosk.item i ON i.id = w.item
  WHERE i.measure = 'intent'),
way AS (
  SELECT country, month, split_part(item, '/', 1) AS quiz, content_version,
         regexp_replace(split_part(item, '/', 2), '-[^-]*$', '') AS first,
         regexp_replace(split_part(item, '/', 2), '^.*-', '') AS last, n
  FROM kiosk.monthly_sums WHERE measure = 'intent'),
margin AS (
  SELECT t.country, t.month, a.quiz, a.content_version, a.answer,
         coalesce(sum(way.n) FILTER (WHERE way.first = a.answer), 0)::bigint AS before_quiz,
         coalesce(sum(way.n) FILTER (WHERE way.last = a.answer), 0)::bigint AS after_quiz,
         sum(way.n)::bigint AS asked
  FROM (SELECT DISTINCT country, month, quiz, content_version FROM way) t
  JOIN asked a USING (quiz, content_version)
  JOIN way USING (country, month, quiz, content_version)
  GROUP BY 1, 2, 3, 4, 5),
least_of AS (
  SELECT country, month, quiz, content_version, min(least(before_quiz, after_quiz)) AS smallest FROM margin GROUP BY 1, 2, 3, 4)
SELECT country, month, quiz, content_version, answer, asked, before_quiz, after_quiz
FROM margin JOIN least_of USING (country, month, quiz, content_version), setting
WHERE smallest >= k;
COMMENT ON VIEW kiosk.intent_change IS
  'What travellers mean to do if they notice something: how often each answer was given before the quiz and after it, by country, month, '
  'quiz and content version; asked: quizzes finished. Left out where one of these numbers is below the threshold.';

-- Moments of one scene are reached one from the other: the differences of their numbers are people who left, or who took a way that is
-- not shown. They are shown together only where each difference is none or k or more.
CREATE VIEW kiosk.scene_choices WITH (security_barrier) AS
WITH setting AS (SELECT threshold AS k FROM kiosk.setting),
choice AS (
  SELECT v.name AS content_version, i.item, bool_or(w.is_right = 1) AS helps
  FROM kiosk.word w JOIN kiosk.version v ON v.id = w.version JOIN kiosk.item i ON i.id = w.item
  WHERE i.measure = 'scene_choice' GROUP BY 1, 2 HAVING count(DISTINCT w.is_right) = 1),
moment AS (
  SELECT s.country, s.month, split_part(s.item, '/', 1) AS scenes, split_part(s.item, '/', 2) AS scene,
         split_part(s.item, '/', 3) AS moment, s.content_version, sum(s.n)::bigint AS chosen,
         coalesce(sum(s.n) FILTER (WHERE c.helps), 0)::bigint AS helped
  FROM kiosk.monthly_sums s JOIN choice c ON c.content_version = s.content_version AND c.item = s.item
  WHERE s.measure = 'scene_choice' GROUP BY 1, 2, 3, 4, 5, 6),
close AS (
  SELECT DISTINCT a.country, a.month, a.scenes, a.scene, a.content_version
  FROM moment a JOIN moment b USING (country, month, scenes, scene, content_version), setting
  WHERE a.moment <> b.moment AND (abs(a.chosen - b.chosen) < k OR abs(a.helped - b.chosen) < k OR abs(a.chosen - a.helped - b.chosen) < k)),
told AS (
  SELECT m.*, c.scene IS NOT NULL AS is_close,
         max(m.chosen) OVER (PARTITION BY m.country, m.month, m.scenes, m.scene, m.content_version) AS most
  FROM moment m LEFT JOIN close c USING (country, month, scenes, scene, content_version))
SELECT country, month, scenes, scene, moment, content_version, chosen,
       CASE WHEN helped >= k AND chosen - helped >= k THEN helped END AS helped,
       CASE WHEN helped >= k AND chosen - helped >= k THEN round(helped::numeric / chosen, 3) END AS share
FROM told, setting
WHERE chosen >= k AND (NOT is_close OR chosen = most);
COMMENT ON VIEW kiosk.scene_choices IS
  'What travellers would do: choices made in a moment of a scene, by country, month, set of scenes, scene, moment and content version; how '
  'many were what helps, and their share (0 to 1). Null: these or the others are below the threshold. A later moment is left out where '
  'its number is too close to that of another.';

UPDATE kiosk.schema_version SET version = 4;
