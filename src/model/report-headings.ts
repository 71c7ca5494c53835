/** The first headings of a CSV report in each language, by which a later run knows it among its inputs. */
export const csvReportHeadings: readonly (readonly string[])[] = [
  ["指标编号", "条款", "指标", "单位", "分组", "状态", "现状", "计量单位"],
  ["indicator", "clause", "name", "unit", "group", "status", "value", "measured in"],
];
