import { type KeyWords, key } from "./words.ts";

const day = "2022-10-25";
const id = key(
  "编号：简短、稳定、小写；历史和脚本靠它认指标，定了就不要改。",
  "Id: short, stable, lower case; history and scripts rely on it.",
  ["instant-share"],
);
const clause = key("条款：文件里的条款号，括号用半角。", "Clause: as printed, with half-width brackets.", [
  "三(十二)",
]);
const name = key("名称：文件里的叫法。", "Name: as the document says it.", ["即办件占比(行政许可)"]);
const responsible = key(
  "责任单位：分组或单位的名称，一个或多个。",
  "Responsible: groups or units, one or a list.",
  ["市政府各部门", ["各街道办事处", "市公安局"]],
);
const lead = key("牵头单位：shared 指标只给它计分。", "Lead: a shared indicator scores for it only.", [
  "市政管局",
]);
const deadline = key(
  "时限：这一天还算在内；none 取消 defaults 里的时限。",
  "Deadline: that day included; none takes the default away.",
  [day, "none"],
);
const ongoing = key(
  "长期坚持：写 true，时限过后每年重新评。",
  "Ongoing: true where the document says 长期坚持; judged anew each year after the deadline.",
  [true],
);
const weight = key(
  "权重：不写为 1；0 表示列出但不计分。",
  "Weight: 1 unless given; 0 is shown, not scored.",
  [1, 0, 0.5],
);
const direction = key(
  "方向：at-least 不低于，at-most 不高于，more-than 大于，less-than 小于，exactly 等于，improve 持续提升，reduce 持续下降。",
  "Direction: on which side of the threshold the target is met.",
  ["at-least", "at-most"],
);
const measuredIn = key(
  '计量单位：数值和阈值的单位。写 "%" 时占比和比率乘以 100。',
  'Measured in: the unit of value and threshold. With "%" shares and ratios are × 100.',
  ["%", "人", "件", "次"],
);
const scope = key(
  "范围：each 每个单位各自达标（默认），shared 全域一个数，quota 总量分给各单位。",
  "Scope: each unit on its own rows (default), shared by the whole area, or quota split among units.",
  ["each", "shared", "quota"],
);
const worst = key(
  "最差值：得 0 分的位置；从这里到阈值按直线计分。阈值为 0 时需要它。",
  "Worst: the value that earns nothing; credit runs in a line from here to the threshold. Needed where the threshold is 0.",
  [100],
);
const threshold = key(
  "阈值：目标数。15.75 万写成 157500。",
  "Threshold: the target; 15.75万 is written 157500.",
  [45, 98.5, 157500],
);
const note = key(
  "说明：这句话是怎样理解的，或为什么没有阈值。",
  "Note: how a sentence was read, or why there is no threshold.",
  ["有整改完成时间即算已整改"],
);

const stages = key(
  "阶段：按日期先后的几个目标，代替 threshold 和 deadline。",
  "Stages: targets in date order, instead of threshold and deadline.",
  [
    [
      { deadline: "2022-11-30", threshold: 60 },
      { deadline: "2023-11-30", threshold: 80 },
    ],
  ],
  {
    each: key("阶段：一个时限和它的目标。", "Stage: one deadline and its target.", [], {
      of: {
        deadline: key("时限：这一阶段的最后一天。", "Deadline: the last day of this stage.", ["2022-11-30"]),
        threshold,
        more: key(
          "再新增：比上一阶段多多少；阈值是两者之和。",
          "More: 再新增, that much more than the stage before; the threshold is the sum.",
          [50],
        ),
        direction,
      },
    }),
  },
);

const indicator = key("指标：一条可以计算的规则。", "Indicator: one rule that can be computed.", [], {
  of: {
    id,
    clause,
    name,
    measure: key("算法：一种统计方式和它的过滤条件。", "Measure: one aggregate and its filters.", [
      { share: "事项清单", where: { 事项类型: "行政许可" }, that: { 办件类型: "即办件" } },
    ]),
    measuredIn,
    direction,
    threshold,
    stages,
    responsible,
    lead,
    scope,
    quota: key("分配：quota 指标怎样把总量分给各单位。", "Quota: how the total is split among units.", [], {
      of: {
        table: key(
          "分配表：每个单位自己的数，合计等于阈值。",
          "Table: a number for each unit; they add up to the threshold.",
          [{ 雄关街道办事处: 36000, 钢城街道办事处: 24000 }],
        ),
        shares: key("份额：按比例分。", "Shares: proportions.", [{ 雄关街道办事处: 3, 钢城街道办事处: 2 }]),
      },
    }),
    deadline,
    ongoing,
    weight,
    worst,
    dimension: key(
      "评估维度：国家网上政务服务能力评估的维度，有对应的才写。",
      "Dimension: of the national survey that it serves, where one fits.",
      ["服务成效度"],
    ),
    baseline: key(
      "基线：improve 和 reduce 与它比。",
      "Baseline: what improve and reduce are held against.",
      [],
      {
        of: {
          value: key("基线值：那一天的数。", "Value: on that day.", [62.5]),
          date: key("基线日期：数是哪一天的。", "Date: the day of the value.", ["2022-09-30"]),
        },
      },
    ),
    remedy: key(
      "整改办法：用自己的话写，怎样补上差距。",
      "Remedy: what to do about it, in one's own short words.",
      ["承诺 1 天的承诺件改为即办件"],
    ),
    approximate: key(
      "可估算：数据库统计不重复数时可以估算，误差约 2%，报告里写明；读文件时总是精确。",
      "Approximate: a database may estimate distinct values to about 2 %, and the report says so; files are always exact.",
      [true],
    ),
    ease: key(
      "难易：整改台账按这个字段排序，容易改的排在前面。",
      "Ease: the ledger lists the rows to put right by this field, the easiest first.",
      [{ field: "承诺办结时限" }],
      {
        of: {
          field: key("字段：数字、时限或日期。", "Field: a number, a limit or a date.", ["承诺办结时限"]),
          order: key(
            "顺序：ascending 小的容易（默认），descending 大的容易。",
            "Order: ascending, the low ones are easy (default), or descending.",
            ["ascending"],
          ),
        },
      },
    ),
    note,
  },
});

const task = key(
  "任务：有期限或长期的事，看做没做，不计算。",
  "Task: a dated or standing duty that is shown done.",
  [],
  {
    of: {
      id,
      clause,
      name,
      start: key("开始：这一天之前不算到期。", "Start: not due before this day.", ["2022-07-01"]),
      deadline,
      ongoing,
      recurrence: key(
        "周期：多久一次；文件没有写周期的用“定期”等词。",
        "Recurrence: how often; 定期 and the like where the document names no period.",
        [
          { monthly: [15, 30] },
          { weeks: 2, from: "2021-11-15" },
          { quarterly: true },
          { yearly: "12-31" },
          "定期",
        ],
        {
          of: {
            monthly: key("每月：这几天到期。", "Monthly: due on these days of the month.", [15, [15, 30]]),
            weeks: key("每几周：隔几周一次。", "Weeks: every so many weeks.", [2]),
            from: key("首次：第一次的日期。", "From: the first due day.", ["2021-11-15"]),
            quarterly: key("每季：每季度最后一天到期。", "Quarterly: due on the last day of each quarter.", [
              true,
            ]),
            yearly: key("每年：月-日。", "Yearly: month-day.", ["12-31"]),
          },
        },
      ),
      responsible,
      lead: key(
        "牵头单位：只显示；要承担任务还须写进 responsible。",
        "Lead: shown; a unit of the task only if responsible names it too.",
        ["市政管局"],
      ),
      weight: key(
        "权重：不写则全部任务合计算一项。",
        "Weight: without it all tasks together count as one indicator.",
        [0.5],
      ),
      note,
    },
  },
);

const bands = key(
  "等次：得分从多少起叫什么。",
  "Bands: names of ranges of the score.",
  [[{ from: 90, name: "优" }]],
  {
    each: key("等次：一段得分。", "Band: a range of the score.", [], {
      of: {
        from: key("起点：从这个得分起。", "From: this score on.", [90]),
        name: key("名称：这段得分叫什么。", "Name: of the range.", ["优"]),
      },
    }),
  },
);

const worded = (zh: string, en: string) =>
  key(zh, en, [], {
    of: {
      zh: key("中文：中文报告用。", "Chinese: in Chinese reports."),
      en: key("英文：英文报告用。", "English: in English reports."),
    },
  });

export const planWords: KeyWords = key(
  "方案：一份文件写成的规则。",
  "Plan: one government document as rules.",
  [],
  {
    of: {
      plan: key(
        "方案编号：小写字母、数字、连字符；文件名与它相同。",
        "Plan id: lower case, digits, hyphens; the file has the same name.",
        ["jiayuguan-2022"],
      ),
      extends: key("继承：在哪个方案上改，编号或路径。", "Extends: a plan to inherit from, by id or path.", [
        "example-2022",
      ]),
      remove: key(
        "不再适用：被继承的方案里哪些编号在这里作废。",
        "Remove: ids of the inherited plan that do not hold here.",
        [["seals-claimed"]],
      ),
      title: key("标题：文件全名。", "Title: the document's full name.", [
        "示例市一体化政务服务能力提升实施方案",
      ]),
      issuer: key("发文单位：谁发的文件。", "Issuer: who issued the document.", ["示例市人民政府办公室"]),
      document: key("文号：没有文号的不写。", "Document number: left out where there is none.", [
        "示政办发〔2022〕1号",
      ]),
      issued: key("发文日期：文件落款的日子。", "Issued: the date of the document.", ["2022-10-18"]),
      period: key(
        "考核期：文件说的“本年度”；期外的行不计，会数出来。",
        "Period: what the document calls 本年度; rows outside it are left out, and counted.",
        [{ start: "2022-01-01", end: "2022-12-31", repeats: "yearly" }],
        {
          of: {
            start: key("开始：第一天。", "Start: the first day.", ["2022-01-01"]),
            end: key("结束：最后一天。", "End: the last day.", ["2022-12-31"]),
            repeats: key("每年重复：以后的年份按当年算。", "Repeats: a later year is judged by its own.", [
              "yearly",
            ]),
          },
        },
      ),
      timezone: key("时区：按哪里的日历日比较。", "Time zone: whose calendar days count.", ["Asia/Shanghai"]),
      units: key(
        "单位名录：相对于本文件的路径。",
        "Units: path of the unit directory, relative to this file.",
        ["units/jiayuguan.yaml"],
      ),
      defaults: key(
        "默认值：没有另写的指标都用它。",
        "Defaults: hold for every indicator that does not say otherwise.",
        [],
        {
          of: { measuredIn, direction, responsible, lead, scope, deadline, ongoing, weight, worst },
        },
      ),
      limits: key(
        "时限折算：一个单位是几个工作日，本方案与字典不同时才写。",
        "Limits: working days in one of a unit, where this plan differs from the dictionary.",
        [{ 月: 30 }],
      ),
      datasets: key(
        "本方案的数据集：写法同 datasets.yaml。",
        "Datasets: of this plan's own, written as in datasets.yaml.",
      ),
      fields: key(
        "派生字段：由同一行的其他字段算出，是本方案的口径。",
        "Fields: derived from other fields of the same row, as this plan's policy.",
        [{ "办件明细.用时": { days: ["受理时间", "办结时间"] } }],
      ),
      groups: key("分组：给几个分组或单位起一个名称。", "Groups: a name for several groups or units.", [
        { 全部单位: ["各街道办事处", "市政府各部门"] },
      ]),
      totalWeight: key(
        "权重合计：各指标的权重应合计多少，由 check 核对。",
        "Total weight: what the weights add up to, for check.",
        [100],
      ),
      report: key("报告样式：报告怎样称呼、怎样说。", "Report: how its reports look and speak.", [], {
        of: {
          title: worded("标题：代替方案标题。", "Title: instead of the plan's title."),
          subtitle: worded("副标题：标题下的一行。", "Subtitle: a line below the title."),
          preface: worded("前言：数字之前的一段。", "Preface: a paragraph before the figures."),
          closing: worded("结语：末尾的一段，谁发的、找谁。", "Closing: a paragraph at the end."),
          whole: worded("全域叫法：例如全市。", "Whole: what the whole area is called."),
          bands,
          order: key(
            "单位顺序：报告里分组和单位的先后，没写的排在后面。",
            "Order: of groups and units in reports.",
          ),
          logo: key("徽标：图片文件，相对于本文件。", "Logo: a picture, relative to this file.", [
            "logo.png",
          ]),
          headroom: key(
            "余量：达标但余量小于此数的指标单独列出，以计量单位计（% 为百分点）；--margin 可另定。",
            "Headroom: what is met by less is listed, in the indicator's unit (points for %); --margin goes first.",
            [1],
          ),
          draft: key("草稿：通报和交办单的页眉写“草稿”。", "Draft: papers are marked as drafts.", [true]),
          wording: key(
            "用语：通报和交办单的句子写在哪个文件，相对于本文件。",
            "Wording: files with the sentences of papers, relative to this file.",
            ["wording/bulletin.yaml"],
          ),
        },
      }),
      bands,
      escalation: key(
        "督办：连续几次未达标走到哪一步；次数按历史快照数。",
        "Escalation: the steps after so many misses in a row, counted in snapshots.",
        [
          [
            { after: 1, step: "提醒" },
            { after: 2, step: "通报" },
            { after: 3, step: "约谈" },
          ],
        ],
        {
          each: key("步骤：一步督办。", "Step: one of them.", [], {
            of: {
              after: key("次数：连续几次。", "After: so many misses in a row.", [2]),
              step: key("做法：这一步叫什么。", "Step: what it is called.", ["通报"]),
              counts: key(
                "计数：overdue 只数到期未达标的（默认，没有时限的都算），unmet 时限之前未达标的也数。",
                "Counts: overdue, only when due (default; always due without a deadline), or unmet, before the deadline too.",
                ["overdue", "unmet"],
              ),
              tasks: key(
                "任务：这一步也用于没有完成的任务；不写则只用于指标。",
                "Tasks: the step holds for tasks not done as well; without it for indicators only.",
                [true],
              ),
            },
          }),
        },
      ),
      indicators: key("指标：逐条写。", "Indicators: one by one.", [], { each: indicator }),
      tasks: key("任务：有期限或长期的事。", "Tasks: dated or standing duties.", [], { each: task }),
    },
  },
);
