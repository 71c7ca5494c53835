import { type KeyWords, key } from "./words.ts";

const aliases = key("别名：表里还会怎样写。", "Aliases: how else it is written in sheets.", [
  ["部门", "单位"],
]);
const label = key("英文名：--lang en 时显示。", "Label: shown with --lang en.", ["Cases"]);

export const fieldWords: KeyWords = key(
  "字段：表里的一列，或由其他字段算出。",
  "Field: a column, or derived from other fields.",
  [],
  {
    of: {
      type: key(
        "类型：怎样读单元格。id 编号，text 文字，number 数，rate 完成率，limit 时限，date 日期，year 年份，flag 是否，code 代码，set 多选。",
        "Type: how a cell is read.",
        ["text", "date", "flag"],
      ),
      label,
      aliases,
      codes: key("代码表：code 和 set 字段的取值表。", "Codes: the code list of a code or set field.", [
        "满意度",
      ]),
      unitColumn: key(
        "单位列：时限的单位写在哪一列。",
        "Unit column: the column that holds the unit of a limit.",
        ["承诺办结时限单位"],
      ),
      counts: key("计数：数的是人、件、个。", "Counts: people, items or pieces.", [true]),
      event: key("事件：晚于截至日的视为尚未发生。", "Event: not happened yet when dated after as-of.", [
        true,
      ]),
      absent: key("缺列时：整列没有时当作什么。", "Absent: what an absent column means.", ["否"]),
    },
  },
);

export const datasetWords: KeyWords = key(
  "数据集：一种平台导出表的样子。",
  "Dataset: the shape of one platform export.",
  [],
  {
    of: {
      label,
      aliases,
      key: key("主键：相同的行只算第一行。", "Key: the first row with a key counts.", [["编号"]]),
      unit: key("单位列：哪一列写着责任单位。", "Unit: the column that names the unit.", ["责任部门"]),
      date: key("日期列：取第一个有值的。", "Date: the row's date is the first of these with a value.", [
        ["受理时间", "申请时间"],
      ]),
      period: key(
        "受考核期限制：false 表示不按考核期取舍。",
        "Period: false where the plan's period does not cut it.",
        [true, false],
      ),
      title: key("名称列：给人看时用哪一列称呼一行。", "Title: the field that names a row for people.", [
        "事项名称",
      ]),
      checks: key(
        "核对：哪些情形不可能是真的。",
        "Checks: what cannot be true of a used row.",
        [[{ order: ["受理时间", "办结时间"] }]],
        {
          each: key("核对：一种情形。", "Check: one thing that must be true.", [], {
            of: {
              order: key(
                "先后：第二个日期不早于第一个。",
                "Order: the second date is not before the first.",
                [["受理时间", "办结时间"]],
              ),
              "not-more": key(
                "不超过：第一个数不大于第二个。",
                "Not more: the first number is not more than the second.",
                [["承诺办结时限", "法定办结时限"]],
              ),
              if: key("若：字段等于这个值时，看 then。", "If: a field and the value that asks for `then`.", [
                { 办件类型: "即办件" },
              ]),
              // biome-ignore lint/suspicious/noThenProperty: a word of the rule language, never awaited.
              then: key(
                "则：这个字段有值时必须是它。",
                "Then: a field and the value that it must have, if it has one.",
                [{ 承诺办结时限: 0 }],
              ),
              past: key(
                "已过去：不会晚于截至日的日期。",
                "Past: a date that cannot be after the evaluation date.",
                ["申请时间"],
              ),
              rises: key(
                "只增不减：同一单位以后的数不会更小。",
                "Rises: a running total, never less on a later date of the unit.",
                ["注册总量"],
              ),
              "above-zero": key(
                "大于零：空白或 0 的行不进比率。",
                "Above zero: rows without it, or with 0, leave ratios to it.",
                ["法定办结时限"],
              ),
              listed: key(
                "有据：必须是另一数据集的主键之一。",
                "Listed: a field and the dataset whose keys it must be among.",
                [{ 办件编号: "办件明细" }],
              ),
            },
          }),
        },
      ),
      fields: key("字段：键是字段名，也就是表头。", "Fields: a field's name is its usual heading.", [], {
        each: fieldWords,
      }),
    },
  },
);

const words = (zh: string, en: string) => key(`${zh}：表里会怎样写。`, `${en}: how it is written in sheets.`);

export const dictionaryWords: KeyWords = key(
  "数据字典：各方案共用。",
  "Dictionary: shared by all plans.",
  [],
  {
    of: {
      datasets: key(
        "数据集：键是数据集名，也就是表名。",
        "Datasets: a dataset's name is its sheet's usual name.",
        [],
        { each: datasetWords },
      ),
      codes: key("代码表：取值和各种写法。", "Codes: values and their spellings.", [], {
        each: key("代码表：一张。", "Code list: one.", [], {
          of: {
            values: key(
              "取值：规范值和它的其他写法。",
              "Values: the canonical value, and further spellings.",
              [{ 满意: ["好评"] }],
            ),
            groups: key("值组：规则里可用的总称。", "Groups: names that rules may use for several values.", [
              { 差评: ["不满意", "非常不满意"] },
            ]),
          },
        }),
      }),
      limits: key("时限折算：一个单位是几个工作日。", "Limits: working days in one of a unit.", [
        { 周: 5, 小时: "1/8", 无期限: "none" },
      ]),
      words: key("用词：表里常见的词。", "Words: that sheets use.", [], {
        of: {
          missing: words("没有填", "Missing"),
          yes: words("是", "Yes"),
          no: words("否", "No"),
          totals: words("合计行", "Totals"),
          subtotals: words("小计行", "Subtotals"),
          averages: words("平均行", "Averages"),
          whole: words("全域行", "Whole area"),
          notes: words("备注行的开头", "Notes"),
          counters: words("量词", "Counters"),
        },
      }),
    },
  },
);

export const directoryWords: KeyWords = key(
  "单位名录：责任单位有哪些，名称怎样写。",
  "Units: who they are and how their names are written.",
  [],
  {
    of: {
      units: key("名录编号：一个地方一份。", "Units id: one for a place.", ["jiayuguan"]),
      place: key("地方：全域的名称。", "Place: the name of the whole area.", ["嘉峪关市"]),
      whole: key("全域的其他写法：汇总行里会出现的。", "Whole: further names of the whole area.", [
        ["嘉峪关市本级"],
      ]),
      prefixes: key(
        "可省的前缀：名称前可有可无的地名。",
        "Prefixes: may stand before a name or be left out.",
        [["嘉峪关市", "市"]],
      ),
      suffixes: key("可省的后缀：不改变所指的词尾。", "Suffixes: may follow a name without changing it.", [
        ["（本级）", "机关"],
      ]),
      groups: key("分组：按报告里的先后。", "Groups: in the order of reports.", [
        ["各街道办事处", "市政府各部门"],
      ]),
      members: key("单位：逐个写。", "Members: the units.", [], {
        each: key("单位：一个责任单位。", "Unit: one responsible unit.", [], {
          of: {
            name: key("名称：报告和方案里用的简称。", "Name: as reports and plans say it.", ["市人社局"]),
            full: key("全称：公章上的名称。", "Full name: as on its seal.", ["示例市人力资源和社会保障局"]),
            aliases,
            group: key("分组：一个或多个；在第一个里排名。", "Group: one or a list; ranked in the first.", [
              "市政府各部门",
            ]),
            parent: key(
              "上级：它的行也算上级的。",
              "Parent: its rows count as those of the unit above too.",
              ["市人社局"],
            ),
            assumed: key(
              "推定：文件没有点名，但这样的地方通常有。",
              "Assumed: not named by the document, but usual in such a place.",
              [true],
            ),
          },
        }),
      }),
    },
  },
);

const number = (zh: string, en: string, example: unknown) => key(zh, en, [example]);
const expectationKeys: Readonly<Record<string, KeyWords>> = {
  status: key(
    "状态：met 达标，open 未达标，overdue 逾期，no-data 无数据，not-applicable 不适用，not-scored 不计分，waived 免评。",
    "Status: the outcome; required.",
    ["met", "open"],
  ),
  numerator: number("分子：合格的数。", "Numerator: what is good.", 9),
  denominator: number("分母：总数。", "Denominator: out of how many.", 20),
  value: number("数值：以指标的计量单位。", "Value: in the indicator's unit.", 45),
  threshold: number("阈值：当时适用的目标。", "Threshold: the target in force.", 45),
  attainment: number(
    "完成度：0 到 1，可写分数。",
    "Attainment: between 0 and 1; fractions may be written.",
    "8/9",
  ),
  gap: number("差距：离目标多远。", "Gap: how far from the target.", 5),
  stage: number("阶段：第几个在用。", "Stage: which one is in force.", 1),
  rows: number("行数：算进来的行。", "Rows: behind the figure.", 20),
  fix: number("整改行数：要改好几行。", "Fix: existing rows to put right.", 1),
  new: number("新增行数：或者新增几行合格的。", "New: or perfect new rows that would do.", 2),
  move: number("差额：总数还差多少。", "Move: the amount to move.", 20160),
};
const rows = key(
  "行：表头和单元格，与表里写的一样；times 表示重复几行。",
  "Rows: headings and cells as in a sheet; times repeats a row.",
);

export const ruleTestsWords: KeyWords = key(
  "规则测试：小份数据和应有的结果。",
  "Rule tests: small rows, and what they must come to.",
  [],
  {
    of: {
      tests: key(
        "方案：编号（先看上一级文件夹）或路径。",
        "Plan: an id, looked for in the folder above first, or a path.",
        ["jiayuguan-2022"],
      ),
      "as-of": key("截至日：没有另写的用例都用它。", "As of: of every case that does not say its own.", [
        "2022-10-25",
      ]),
      every: key(
        "每行都有：填进该数据集每一行没写的列。",
        "Every: filled into each row of the dataset that says nothing else.",
        [{ 事项清单: { 实施主体: "市公安局" } }],
      ),
      cases: key(
        "用例：每项指标至少一个刚好达标、一个刚好不达标。",
        "Cases: at least one just met and one just missed for each indicator.",
        [],
        {
          each: key("用例：一份小数据。", "Case: one small set of rows.", [], {
            of: {
              indicator: key("指标：它的编号。", "Indicator: its id.", ["instant-share"]),
              name: key("名称：这个用例说明什么。", "Name: what the case shows.", ["二十项中九项，刚好 45%"]),
              "as-of": key("截至日：只用于这个用例。", "As of: of this case only.", ["2022-10-26"]),
              rows: { ...rows, examples: [{ 事项清单: [{ times: 9, 办件类型: "即办件" }] }] },
              expect: key(
                "应有的结果：全域。",
                "Expect: of the whole area.",
                [{ status: "met", numerator: 9, denominator: 20 }],
                {
                  of: expectationKeys,
                },
              ),
              units: key(
                "各单位应有的结果：键是单位名称。",
                "Units: what is expected of units, by name.",
                [],
                {
                  each: key("应有的结果：一个单位。", "Expect: of a unit.", [], { of: expectationKeys }),
                },
              ),
            },
          }),
        },
      ),
    },
  },
);

export const mappingWords: KeyWords = key(
  "映射：表头说不清时，表该怎样读。",
  "Mapping: how sheets are to be read where their headings do not say it.",
  [],
  {
    of: {
      mapping: key("名称：随便起。", "Name: any.", ["weekly"]),
      files: key("规则：每张表用第一条相符的。", "Files: the first rule that fits a sheet applies.", [], {
        each: key("规则：一类文件。", "Rule: for files of a kind.", [], {
          of: {
            match: key(
              "文件：文件名或路径；* 任意文字，? 一个字。",
              "Match: file name or path; * and ? are wildcards.",
              ["办件*.xlsx"],
            ),
            sheet: key("工作表：名称，可用 * 和 ?。", "Sheet: its name; * and ? are wildcards.", ["明细*"]),
            dataset: key("数据集：这张表装的是什么。", "Dataset: what the sheet holds.", ["办件明细"]),
            headerRow: key("表头行：表头的最后一行。", "Header row: the last row of the headings.", [3]),
            headings: key("表头对照：表里的表头: 字段。", "Headings: heading in the sheet: field.", [
              { 经办单位: "受理部门" },
            ]),
            codes: key(
              "代码对照：按字段，单元格: 值；数字代码的含义写在这里。",
              "Codes: by field, cell: value; what digits mean is said here.",
              [{ 申报渠道: { "1": "线上", "2": "线下" } }],
            ),
            skip: key("跳过：不读这张表。", "Skip: leave the sheet out.", [true]),
          },
        }),
      }),
      tables: key(
        "数据库表：数据集: 表；读文件时不用。",
        "Tables: dataset: table, for databases; not used for files.",
        [],
        {
          each: key("表：一个数据集在哪张表。", "Table: where a dataset lies.", [], {
            of: {
              table: key("表名：或 库名.表名。", "Table: its name, or database.table.", ["cases_all"]),
              columns: key(
                "列：字段: 列；也可写 { decimal: 列, scale: 2 }、{ code: 列, map }、{ flag: 列, yes }、{ constant: 值 }。",
                "Columns: field: column, or { decimal: column, scale: 2 }, { code: column, map }, { flag: column, yes }, { constant: value }.",
                [{ 办件编号: "case_no" }],
                {
                  each: key("列：怎样装着这个字段。", "Column: how it holds the field.", [], {
                    of: {
                      decimal: key(
                        "小数列：浮点列按小数求和。",
                        "Decimal: a column of floats, added up exactly.",
                        ["amount"],
                      ),
                      scale: key("小数位数：保留几位。", "Scale: how many places count.", [2]),
                      code: key("代码列：代码要对照的列。", "Code: a column of codes.", ["channel"]),
                      map: key("代码对照：代码: 值。", "Map: code: value.", [{ "1": "线上" }]),
                      flag: key(
                        "是否列：用自己的写法表示是否。",
                        "Flag: a column with yes and no of its own.",
                        ["reported"],
                      ),
                      yes: key("是：表示是的值。", "Yes: what stands for it.", ["1"]),
                      no: key("否：表示否的值。", "No: what stands for it.", ["0"]),
                      constant: key("固定值：每一行都是它。", "Constant: the value of every row.", ["线上"]),
                    },
                  }),
                },
              ),
              unique: key("编号唯一：不再检查重复。", "Unique: keys do not repeat; it is not checked.", [
                true,
              ]),
              newest: key(
                "更新列：编号重复时取此列最大的一行。",
                "Newest: of rows with one key the greatest here counts.",
                ["updated_at"],
              ),
              where: key(
                "只看：列: 值，其余行不看。",
                "Where: column: value; other rows are not looked at.",
                [{ deleted: "0" }],
              ),
              partition: key(
                "分区：按考核期只读需要的分区。",
                "Partition: only what the period needs is read.",
                [],
                {
                  of: {
                    column: key("列：行的日期所在的分区列。", "Column: of the row's day.", ["day"]),
                    form: key("写法：日期的写法。", "Form: how it writes days.", ["YYYYMMDD"]),
                  },
                },
              ),
            },
          }),
        },
      ),
    },
  },
);
