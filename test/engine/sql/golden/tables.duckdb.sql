-- 办件: what is written where a database cannot tell what it means; read by the same rules as files
SELECT * FROM (
SELECT '' AS "evaluate_field",
       '' AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "cases"
WHERE (coalesce(CAST("deleted" AS VARCHAR) = '0', false) AND coalesce("day" <= 20221025, false))
)
UNION ALL
SELECT * FROM (
SELECT '编号' AS "evaluate_field",
       nullif("no", '') AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "cases"
WHERE ((coalesce(CAST("deleted" AS VARCHAR) = '0', false) AND coalesce("day" <= 20221025, false)) AND (nullif("no", '') IS NOT NULL AND (NOT (coalesce(regexp_matches(nullif("no", ''), '^[!-~一-鿿]([ -~一-鿿]*[!-~一-鿿])?$'), false)) OR coalesce(lower(regexp_replace(nullif("no", ''), '\s+', '', 'g')) IN ('—', '/'), false) OR coalesce(regexp_matches(nullif("no", ''), '^[+-]?[0-9]([.][0-9]+)?[eE][+]?[0-9]+$'), false) OR coalesce(regexp_matches(lower(regexp_replace(nullif("no", ''), '\s+', '', 'g')), '(合计|总计|total|小计)[^0-9]?$|^(注|说明)'), false))))
GROUP BY nullif("no", '')
LIMIT 10001
)
UNION ALL
SELECT * FROM (
SELECT '部门' AS "evaluate_field",
       nullif("dept", '') AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "cases"
WHERE ((coalesce(CAST("deleted" AS VARCHAR) = '0', false) AND coalesce("day" <= 20221025, false)) AND nullif("dept", '') IS NOT NULL)
GROUP BY nullif("dept", '')
LIMIT 100001
)
UNION ALL
SELECT * FROM (
SELECT '金额' AS "evaluate_field",
       CAST(round("fee", 2) AS VARCHAR) AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "cases"
WHERE ((coalesce(CAST("deleted" AS VARCHAR) = '0', false) AND coalesce("day" <= 20221025, false)) AND (CAST(round("fee", 2) AS VARCHAR) IS NOT NULL AND CASE WHEN regexp_matches(CAST(round("fee", 2) AS VARCHAR), '^[-+]?([0-9]{1,28}([.][0-9]{1,10})?|[.][0-9]{1,10})$') THEN CAST(CAST(round("fee", 2) AS VARCHAR) AS DECIMAL(38, 10)) END IS NULL))
GROUP BY CAST(round("fee", 2) AS VARCHAR)
LIMIT 10001
)
UNION ALL
SELECT * FROM (
SELECT '渠道' AS "evaluate_field",
       nullif("ch", '') AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "cases"
WHERE ((coalesce(CAST("deleted" AS VARCHAR) = '0', false) AND coalesce("day" <= 20221025, false)) AND nullif("ch", '') IS NOT NULL)
GROUP BY nullif("ch", '')
LIMIT 5001
);

-- 办件: every row has one fate; the rows used, and what is blank in them
SELECT count(*),
       count(CASE WHEN (NOT (nullif("no", '') IS NULL) AND NOT (coalesce(datediff('day', DATE '1970-01-01', CAST("at" AT TIME ZONE 'Asia/Shanghai' AS DATE)) > 19290, false))) THEN 1 END),
       count(CASE WHEN nullif("no", '') IS NULL THEN 1 END),
       count(CASE WHEN 1 = 0 THEN 1 END),
       count(CASE WHEN (NOT (nullif("no", '') IS NULL) AND coalesce(datediff('day', DATE '1970-01-01', CAST("at" AT TIME ZONE 'Asia/Shanghai' AS DATE)) > 19290, false)) THEN 1 END),
       count(CASE WHEN ((NOT (nullif("no", '') IS NULL) AND NOT (coalesce(datediff('day', DATE '1970-01-01', CAST("at" AT TIME ZONE 'Asia/Shanghai' AS DATE)) > 19290, false))) AND datediff('day', DATE '1970-01-01', CAST("at" AT TIME ZONE 'Asia/Shanghai' AS DATE)) IS NULL) THEN 1 END)
FROM "cases"
WHERE (coalesce(CAST("deleted" AS VARCHAR) = '0', false) AND coalesce("day" <= 20221025, false));

-- 办件: counts and sums by unit as written; divided and compared elsewhere
SELECT CAST(nullif("dept", '') AS VARCHAR),
       count(*),
       CAST(sum(CASE WHEN (coalesce(nullif("ch", '') = '线上', false) AND CASE WHEN regexp_matches(CAST(round("fee", 2) AS VARCHAR), '^[-+]?([0-9]{1,28}([.][0-9]{1,10})?|[.][0-9]{1,10})$') THEN CAST(CAST(round("fee", 2) AS VARCHAR) AS DECIMAL(38, 10)) END IS NOT NULL) THEN CASE WHEN regexp_matches(CAST(round("fee", 2) AS VARCHAR), '^[-+]?([0-9]{1,28}([.][0-9]{1,10})?|[.][0-9]{1,10})$') THEN CAST(CAST(round("fee", 2) AS VARCHAR) AS DECIMAL(38, 10)) END END) AS VARCHAR),
       count(CASE WHEN (coalesce(nullif("ch", '') = '线上', false) AND CASE WHEN regexp_matches(CAST(round("fee", 2) AS VARCHAR), '^[-+]?([0-9]{1,28}([.][0-9]{1,10})?|[.][0-9]{1,10})$') THEN CAST(CAST(round("fee", 2) AS VARCHAR) AS DECIMAL(38, 10)) END IS NOT NULL) THEN 1 END),
       count(CASE WHEN nullif("no", '') IS NULL THEN 1 END),
       count(CASE WHEN nullif("dept", '') IS NULL THEN 1 END),
       count(CASE WHEN datediff('day', DATE '1970-01-01', CAST("at" AT TIME ZONE 'Asia/Shanghai' AS DATE)) IS NULL THEN 1 END),
       count(CASE WHEN CASE WHEN regexp_matches(CAST(round("fee", 2) AS VARCHAR), '^[-+]?([0-9]{1,28}([.][0-9]{1,10})?|[.][0-9]{1,10})$') THEN CAST(CAST(round("fee", 2) AS VARCHAR) AS DECIMAL(38, 10)) END IS NULL THEN 1 END),
       count(CASE WHEN nullif("ch", '') IS NULL THEN 1 END),
       count(CASE WHEN '是' IS NULL THEN 1 END)
FROM "cases"
WHERE ((coalesce(CAST("deleted" AS VARCHAR) = '0', false) AND coalesce("day" <= 20221025, false)) AND (NOT (nullif("no", '') IS NULL) AND NOT (coalesce(datediff('day', DATE '1970-01-01', CAST("at" AT TIME ZONE 'Asia/Shanghai' AS DATE)) > 19290, false))))
GROUP BY nullif("dept", '');
