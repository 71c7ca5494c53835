// How often what occurs in a sample, by field. A field without an entry takes the default of its type,
// so that plans with datasets of their own can have a sample too.

/** How likely a 是 is for a middling unit; 0.93 otherwise. */
export const yes: Readonly<Record<string, number>> = {
  是否误评: 0.04,
  是否依申请: 0.8,
  是否编目: 0.99,
  是否申请: 0.99,
  是否审批通过: 0.97,
  是否制作: 1,
  是否备案: 1,
  是否关联电子证照: 0.4,
  是否精细化梳理: 0.35,
  是否需填表: 0.6,
  是否全程网办: 0.6,
  是否高频: 0.2,
  是否实名: 0.7,
};

export const codes: Readonly<Record<string, readonly (readonly [code: string, weight: number])[]>> = {
  满意度: [
    ["非常满意", 84],
    ["满意", 8],
    ["基本满意", 3],
    ["不满意", 4],
    ["非常不满意", 1],
  ],
  申报渠道: [
    ["线上", 6],
    ["线下", 4],
  ],
  事项类型: [
    ["行政许可", 6],
    ["行政确认", 1],
    ["其他行政权力", 1],
    ["公共服务", 2],
  ],
  办件类型: [
    ["即办件", 5],
    ["承诺件", 5],
  ],
  网上办理深度: [
    ["Ⅱ级", 1],
    ["Ⅲ级", 3],
    ["Ⅳ级", 16],
  ],
  服务对象: [
    ["自然人", 5],
    ["企业法人", 5],
  ],
  投诉类型: [
    ["咨询", 5],
    ["投诉", 3],
    ["建议", 2],
  ],
  任务状态: [
    ["已完成", 7],
    ["进行中", 2],
    ["未开始", 1],
  ],
};

/** Fields that have a value only where another field has one of these. */
export const onlyWhere: Readonly<Record<string, readonly [field: string, values: readonly string[]]>> = {
  整改完成时间: ["满意度", ["不满意", "非常不满意", "差", "很差"]],
  是否误评: ["满意度", ["不满意", "非常不满意", "差", "很差"]],
  是否审批通过: ["是否申请", ["是"]],
  累计调用次数: ["是否审批通过", ["是"]],
  申请通过时间: ["是否审批通过", ["是"]],
  对接完成时间: ["是否审批通过", ["是"]],
  汇聚数量: ["是否认领", ["是"]],
  是否加盖电子印章: ["是否认领", ["是"]],
  是否备案: ["是否制作", ["是"]],
  是否完成证照关联指南: ["是否关联电子证照", ["是"]],
  是否提供空表: ["是否需填表", ["是"]],
  是否提供样表: ["是否需填表", ["是"]],
  完成日期: ["状态", ["已完成"]],
  完成率: ["状态", ["进行中"]],
};

/** Numbers that are 0 this often, and otherwise between the two. */
export const numbers: Readonly<Record<string, readonly [zero: number, low: number, high: number]>> = {
  到办事现场次数: [0.96, 1, 2],
  累计调用次数: [0.08, 1, 5000],
  企业总数: [0, 6000, 6200],
  常住人口: [0, 200_000, 400_000],
};

/** Rows for each row of the list that a dataset refers to: three ratings a case, two cases an item. */
export const timesItsSource: Readonly<Record<string, number>> = { 办件明细: 2, 好差评: 3 };

/** A code that takes each of its values in turn, so that one case is rated once at each stage. */
export const inTurn: ReadonlySet<string> = new Set(["评价环节"]);
