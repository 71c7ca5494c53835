-- 办件: what is written where a database cannot tell what it means; read by the same rules as files
SELECT * FROM (
SELECT '' AS "evaluate_field",
       '' AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "办件"
)
UNION ALL
SELECT * FROM (
SELECT '编号' AS "evaluate_field",
       nullif("编号", '') AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "办件"
WHERE (nullif("编号", '') IS NOT NULL AND (NOT (coalesce(regexp_matches(nullif("编号", ''), '^[!-~一-鿿]([ -~一-鿿]*[!-~一-鿿])?$'), false)) OR coalesce(lower(regexp_replace(nullif("编号", ''), '\s+', '', 'g')) IN ('—', '/'), false) OR coalesce(regexp_matches(nullif("编号", ''), '^[+-]?[0-9]([.][0-9]+)?[eE][+]?[0-9]+$'), false) OR coalesce(regexp_matches(lower(regexp_replace(nullif("编号", ''), '\s+', '', 'g')), '(合计|总计|total|小计)[^0-9]?$|^(注|说明)'), false)))
GROUP BY nullif("编号", '')
LIMIT 10001
)
UNION ALL
SELECT * FROM (
SELECT '部门' AS "evaluate_field",
       nullif("部门", '') AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "办件"
WHERE nullif("部门", '') IS NOT NULL
GROUP BY nullif("部门", '')
LIMIT 100001
)
UNION ALL
SELECT * FROM (
SELECT '受理时间' AS "evaluate_field",
       nullif("受理时间", '') AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "办件"
WHERE (nullif("受理时间", '') IS NOT NULL AND CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END IS NULL)
GROUP BY nullif("受理时间", '')
LIMIT 10001
)
UNION ALL
SELECT * FROM (
SELECT '名称' AS "evaluate_field",
       nullif("名称", '') AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "办件"
WHERE (nullif("名称", '') IS NOT NULL AND (NOT (coalesce(regexp_matches(nullif("名称", ''), '^[!-~一-鿿]([ -~一-鿿]*[!-~一-鿿])?$'), false)) OR coalesce(lower(regexp_replace(nullif("名称", ''), '\s+', '', 'g')) IN ('—', '/'), false)))
GROUP BY nullif("名称", '')
LIMIT 10001
)
UNION ALL
SELECT * FROM (
SELECT '渠道' AS "evaluate_field",
       nullif("渠道", '') AS "evaluate_cell",
       count(*) AS "evaluate_rows"
FROM "办件"
WHERE nullif("渠道", '') IS NOT NULL
GROUP BY nullif("渠道", '')
LIMIT 5001
);

-- 办件: every row has one fate; the rows used, and what is blank in them
SELECT count(*),
       count(CASE WHEN (NOT (nullif("编号", '') IS NULL) AND NOT (coalesce(CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END > 19290, false))) THEN 1 END),
       count(CASE WHEN nullif("编号", '') IS NULL THEN 1 END),
       count(CASE WHEN 1 = 0 THEN 1 END),
       count(CASE WHEN (NOT (nullif("编号", '') IS NULL) AND coalesce(CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END > 19290, false)) THEN 1 END),
       count(CASE WHEN ((NOT (nullif("编号", '') IS NULL) AND NOT (coalesce(CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END > 19290, false))) AND CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END IS NULL) THEN 1 END)
FROM "办件";

-- 办件: rows with a key that another row has, too
SELECT count(DISTINCT nullif("编号", ''))
FROM "办件"
WHERE (NOT (nullif("编号", '') IS NULL) AND NOT (coalesce(CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END > 19290, false)));

-- 办件: counts and sums by unit as written; divided and compared elsewhere
SELECT CAST(nullif("部门", '') AS VARCHAR),
       count(*),
       count(CASE WHEN nullif("编号", '') IS NULL THEN 1 END),
       count(CASE WHEN nullif("部门", '') IS NULL THEN 1 END),
       count(CASE WHEN CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END IS NULL THEN 1 END),
       count(CASE WHEN nullif("名称", '') IS NULL THEN 1 END),
       count(CASE WHEN nullif("渠道", '') IS NULL THEN 1 END)
FROM "办件"
WHERE (NOT (nullif("编号", '') IS NULL) AND NOT (coalesce(CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END > 19290, false)))
GROUP BY nullif("部门", '');

-- 办件: exact distinct values of the whole
SELECT count(DISTINCT CASE WHEN (nullif("名称", '') IS NOT NULL AND nullif("渠道", '') IS NOT NULL) THEN row(nullif("名称", ''), nullif("渠道", '')) END)
FROM "办件"
WHERE (NOT (nullif("编号", '') IS NULL) AND NOT (coalesce(CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END > 19290, false)));

-- 办件: exact distinct values by unit
SELECT CAST(CASE nullif("部门", '') WHEN '东街道' THEN '东街道' WHEN '交警支队' THEN '市公安局' WHEN '市公安局' THEN '市公安局' WHEN '市民政局' THEN '市民政局' ELSE NULL END AS VARCHAR),
       count(DISTINCT CASE WHEN (nullif("名称", '') IS NOT NULL AND nullif("渠道", '') IS NOT NULL) THEN row(nullif("名称", ''), nullif("渠道", '')) END)
FROM "办件"
WHERE ((NOT (nullif("编号", '') IS NULL) AND NOT (coalesce(CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END > 19290, false))) AND CASE nullif("部门", '') WHEN '东街道' THEN '东街道' WHEN '交警支队' THEN '市公安局' WHEN '市公安局' THEN '市公安局' WHEN '市民政局' THEN '市民政局' ELSE NULL END IS NOT NULL)
GROUP BY CASE nullif("部门", '') WHEN '东街道' THEN '东街道' WHEN '交警支队' THEN '市公安局' WHEN '市公安局' THEN '市公安局' WHEN '市民政局' THEN '市民政局' ELSE NULL END;

-- 办件: exact distinct values by unit
SELECT CAST(CASE nullif("部门", '') WHEN '交警支队' THEN '交警支队' ELSE NULL END AS VARCHAR),
       count(DISTINCT CASE WHEN (nullif("名称", '') IS NOT NULL AND nullif("渠道", '') IS NOT NULL) THEN row(nullif("名称", ''), nullif("渠道", '')) END)
FROM "办件"
WHERE ((NOT (nullif("编号", '') IS NULL) AND NOT (coalesce(CASE WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(replace(replace(regexp_extract(nullif("受理时间", ''), '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-') AS DATE)) WHEN regexp_matches(nullif("受理时间", ''), '^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$') THEN datediff('day', DATE '1970-01-01', TRY_CAST(substr(nullif("受理时间", ''), 1, 4) || '-' || substr(nullif("受理时间", ''), 5, 2) || '-' || substr(nullif("受理时间", ''), 7, 2) AS DATE)) END > 19290, false))) AND CASE nullif("部门", '') WHEN '交警支队' THEN '交警支队' ELSE NULL END IS NOT NULL)
GROUP BY CASE nullif("部门", '') WHEN '交警支队' THEN '交警支队' ELSE NULL END;
