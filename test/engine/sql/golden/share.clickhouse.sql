-- 办件: what is written where a database cannot tell what it means; read by the same rules as files
SELECT * FROM (
SELECT '' AS `evaluate_field`,
       '' AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `办件`
)
UNION ALL
SELECT * FROM (
SELECT '编号' AS `evaluate_field`,
       nullIf(toString(`编号`), '') AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `办件`
WHERE (nullIf(toString(`编号`), '') IS NOT NULL AND (NOT (ifNull(match(nullIf(toString(`编号`), ''), '^[!-~一-鿿]([ -~一-鿿]*[!-~一-鿿])?$'), 0)) OR ifNull(lower(replaceRegexpAll(nullIf(toString(`编号`), ''), '[\\s\\v\\pZ\\x{FEFF}]+', '')) IN ('—', '/'), 0) OR ifNull(match(nullIf(toString(`编号`), ''), '^[+-]?[0-9]([.][0-9]+)?[eE][+]?[0-9]+$'), 0) OR ifNull(match(lower(replaceRegexpAll(nullIf(toString(`编号`), ''), '[\\s\\v\\pZ\\x{FEFF}]+', '')), '(合计|总计|total|小计)[^0-9]?$|^(注|说明)'), 0)))
GROUP BY nullIf(toString(`编号`), '')
LIMIT 10001
)
UNION ALL
SELECT * FROM (
SELECT '部门' AS `evaluate_field`,
       nullIf(toString(`部门`), '') AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `办件`
WHERE nullIf(toString(`部门`), '') IS NOT NULL
GROUP BY nullIf(toString(`部门`), '')
LIMIT 100001
)
UNION ALL
SELECT * FROM (
SELECT '受理时间' AS `evaluate_field`,
       nullIf(toString(`受理时间`), '') AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `办件`
WHERE (nullIf(toString(`受理时间`), '') IS NOT NULL AND nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`受理时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) IS NULL)
GROUP BY nullIf(toString(`受理时间`), '')
LIMIT 10001
)
UNION ALL
SELECT * FROM (
SELECT '渠道' AS `evaluate_field`,
       nullIf(toString(`渠道`), '') AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `办件`
WHERE nullIf(toString(`渠道`), '') IS NOT NULL
GROUP BY nullIf(toString(`渠道`), '')
LIMIT 5001
)
UNION ALL
SELECT * FROM (
SELECT '办结时间' AS `evaluate_field`,
       nullIf(toString(`办结时间`), '') AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `办件`
WHERE (nullIf(toString(`办结时间`), '') IS NOT NULL AND nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`办结时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) IS NULL)
GROUP BY nullIf(toString(`办结时间`), '')
LIMIT 10001
);

-- 办件: every row has one fate; the rows used, and what is blank in them
SELECT count(),
       countIf((NOT (nullIf(toString(`编号`), '') IS NULL) AND NOT (ifNull(nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`受理时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) > 19290, 0)))),
       countIf(nullIf(toString(`编号`), '') IS NULL),
       countIf(1 = 0),
       countIf((NOT (nullIf(toString(`编号`), '') IS NULL) AND ifNull(nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`受理时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) > 19290, 0))),
       countIf(((NOT (nullIf(toString(`编号`), '') IS NULL) AND NOT (ifNull(nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`受理时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) > 19290, 0))) AND nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`受理时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) IS NULL))
FROM `办件`;

-- 办件: rows with a key that another row has, too
SELECT uniqExact(nullIf(toString(`编号`), ''))
FROM `办件`
WHERE (NOT (nullIf(toString(`编号`), '') IS NULL) AND NOT (ifNull(nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`受理时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) > 19290, 0)));

-- 办件: counts and sums by unit as written; divided and compared elsewhere
SELECT toString(nullIf(toString(`部门`), '')),
       count(),
       countIf((ifNull(nullIf(toString(`渠道`), '') = '线上', 0) AND CASE WHEN nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`办结时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) <= 19290 THEN nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`办结时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) ELSE NULL END IS NOT NULL)),
       countIf(ifNull(nullIf(toString(`渠道`), '') = '线上', 0)),
       countIf(nullIf(toString(`编号`), '') IS NULL),
       countIf(nullIf(toString(`部门`), '') IS NULL),
       countIf(nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`受理时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) IS NULL),
       countIf(nullIf(toString(`渠道`), '') IS NULL),
       countIf(CASE WHEN nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`办结时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) <= 19290 THEN nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`办结时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) ELSE NULL END IS NULL)
FROM `办件`
WHERE (NOT (nullIf(toString(`编号`), '') IS NULL) AND NOT (ifNull(nullIf(arrayMap(d -> toInt32(if(d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND [31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]], (d[1] - (d[2] < 3)) * 365 + intDiv((d[1] - (d[2] < 3)), 4) - intDiv((d[1] - (d[2] < 3)), 100) + intDiv((d[1] - (d[2] < 3)), 400) + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469, -1000000)), arrayMap(t -> arrayMap(p -> toInt32OrZero(p), extractAll(if(match(t, '^[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?:[|](?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?)?(?:[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?)?$'), t, ''), '[0-9]+')), [replaceRegexpOne(ifNull(toString(`受理时间`), ''), '^([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3|')]))[1], -1000000) > 19290, 0)))
GROUP BY nullIf(toString(`部门`), '');
