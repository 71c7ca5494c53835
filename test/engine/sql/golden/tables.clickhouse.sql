-- 办件: what is written where a database cannot tell what it means; read by the same rules as files
SELECT * FROM (
SELECT '' AS `evaluate_field`,
       '' AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `cases`
WHERE (ifNull(nullIf(toString(`deleted`), '') = '0', 0) AND ifNull(`day` <= 20221025, 0))
)
UNION ALL
SELECT * FROM (
SELECT '编号' AS `evaluate_field`,
       nullIf(toString(`no`), '') AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `cases`
WHERE ((ifNull(nullIf(toString(`deleted`), '') = '0', 0) AND ifNull(`day` <= 20221025, 0)) AND (nullIf(toString(`no`), '') IS NOT NULL AND (NOT (ifNull(match(nullIf(toString(`no`), ''), '^[!-~一-鿿]([ -~一-鿿]*[!-~一-鿿])?$'), 0)) OR ifNull(lower(replaceRegexpAll(nullIf(toString(`no`), ''), '[\\s\\v\\pZ\\x{FEFF}]+', '')) IN ('—', '/'), 0) OR ifNull(match(nullIf(toString(`no`), ''), '^[+-]?[0-9]([.][0-9]+)?[eE][+]?[0-9]+$'), 0) OR ifNull(match(lower(replaceRegexpAll(nullIf(toString(`no`), ''), '[\\s\\v\\pZ\\x{FEFF}]+', '')), '(合计|总计|total|小计)[^0-9]?$|^(注|说明)'), 0))))
GROUP BY nullIf(toString(`no`), '')
LIMIT 10001
)
UNION ALL
SELECT * FROM (
SELECT '部门' AS `evaluate_field`,
       nullIf(toString(`dept`), '') AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `cases`
WHERE ((ifNull(nullIf(toString(`deleted`), '') = '0', 0) AND ifNull(`day` <= 20221025, 0)) AND nullIf(toString(`dept`), '') IS NOT NULL)
GROUP BY nullIf(toString(`dept`), '')
LIMIT 100001
)
UNION ALL
SELECT * FROM (
SELECT '金额' AS `evaluate_field`,
       nullIf(toString(round(`fee`, 2)), '') AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `cases`
WHERE ((ifNull(nullIf(toString(`deleted`), '') = '0', 0) AND ifNull(`day` <= 20221025, 0)) AND (nullIf(toString(round(`fee`, 2)), '') IS NOT NULL AND if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), toDecimal128(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), assumeNotNull(toString(round(`fee`, 2))), '0'), 10), NULL) IS NULL))
GROUP BY nullIf(toString(round(`fee`, 2)), '')
LIMIT 10001
)
UNION ALL
SELECT * FROM (
SELECT '渠道' AS `evaluate_field`,
       nullIf(toString(`ch`), '') AS `evaluate_cell`,
       count(*) AS `evaluate_rows`
FROM `cases`
WHERE ((ifNull(nullIf(toString(`deleted`), '') = '0', 0) AND ifNull(`day` <= 20221025, 0)) AND nullIf(toString(`ch`), '') IS NOT NULL)
GROUP BY nullIf(toString(`ch`), '')
LIMIT 5001
);

-- 办件: every row has one fate; the rows used, and what is blank in them
SELECT count(),
       countIf((NOT (nullIf(toString(`no`), '') IS NULL) AND NOT (ifNull(nullIf(toInt32(toDate(`at`, 'Asia/Shanghai')), 0) > 19290, 0)))),
       countIf(nullIf(toString(`no`), '') IS NULL),
       countIf(1 = 0),
       countIf((NOT (nullIf(toString(`no`), '') IS NULL) AND ifNull(nullIf(toInt32(toDate(`at`, 'Asia/Shanghai')), 0) > 19290, 0))),
       countIf(((NOT (nullIf(toString(`no`), '') IS NULL) AND NOT (ifNull(nullIf(toInt32(toDate(`at`, 'Asia/Shanghai')), 0) > 19290, 0))) AND nullIf(toInt32(toDate(`at`, 'Asia/Shanghai')), 0) IS NULL))
FROM `cases`
WHERE (ifNull(nullIf(toString(`deleted`), '') = '0', 0) AND ifNull(`day` <= 20221025, 0));

-- 办件: counts and sums by unit as written; divided and compared elsewhere
SELECT toString(nullIf(toString(`dept`), '')),
       count(),
       arrayMap((w, f) -> arrayMap((w, f) -> arrayMap(b -> concat(if((w + b) < 0 OR (f - b) < 0, '-', ''), if((abs((w + b)) / 1000000000000000000) = 0, toString(abs((w + b)) - (abs((w + b)) / 1000000000000000000) * 1000000000000000000), concat(toString((abs((w + b)) / 1000000000000000000)), substring(concat('000000000000000000', toString(abs((w + b)) - (abs((w + b)) / 1000000000000000000) * 1000000000000000000)), -18))), substring(toString(abs((f - b))), 2)), [multiIf(w > 0 AND f < 0, -1, w < 0 AND f > 0, 1, 0)])[1], [w + toDecimal128(f, 0)], [f - toDecimal128(f, 0)])[1], [ifNull(sumIf(toDecimal128(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), toDecimal128(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), assumeNotNull(toString(round(`fee`, 2))), '0'), 10), NULL), 0), (ifNull(nullIf(toString(`ch`), '') = '线上', 0) AND if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), toDecimal128(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), assumeNotNull(toString(round(`fee`, 2))), '0'), 10), NULL) IS NOT NULL)), toDecimal128('0', 0))], [ifNull(sumIf((if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), toDecimal128(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), assumeNotNull(toString(round(`fee`, 2))), '0'), 10), NULL) - toDecimal128(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), toDecimal128(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), assumeNotNull(toString(round(`fee`, 2))), '0'), 10), NULL), 0)), (ifNull(nullIf(toString(`ch`), '') = '线上', 0) AND if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), toDecimal128(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), assumeNotNull(toString(round(`fee`, 2))), '0'), 10), NULL) IS NOT NULL)), toDecimal128('0', 10))])[1],
       countIf((ifNull(nullIf(toString(`ch`), '') = '线上', 0) AND if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), toDecimal128(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), assumeNotNull(toString(round(`fee`, 2))), '0'), 10), NULL) IS NOT NULL)),
       countIf(nullIf(toString(`no`), '') IS NULL),
       countIf(nullIf(toString(`dept`), '') IS NULL),
       countIf(nullIf(toInt32(toDate(`at`, 'Asia/Shanghai')), 0) IS NULL),
       countIf(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), toDecimal128(if(ifNull(match(toString(round(`fee`, 2)), '^[+-]?(?:[0-9]{1,28}(?:[.][0-9]{1,10})?|[.][0-9]{1,10})$'), 0), assumeNotNull(toString(round(`fee`, 2))), '0'), 10), NULL) IS NULL),
       countIf(nullIf(toString(`ch`), '') IS NULL),
       countIf('是' IS NULL)
FROM `cases`
WHERE ((ifNull(nullIf(toString(`deleted`), '') = '0', 0) AND ifNull(`day` <= 20221025, 0)) AND (NOT (nullIf(toString(`no`), '') IS NULL) AND NOT (ifNull(nullIf(toInt32(toDate(`at`, 'Asia/Shanghai')), 0) > 19290, 0))))
GROUP BY nullIf(toString(`dept`), '');
