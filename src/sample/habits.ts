// How things usually are, by the name of a field. A field without an entry takes what its type gives, so
// that plans with datasets of their own can have a sample too.

/** How likely a 是 is where no indicator says; 0.85 otherwise. */
export const usualYes: Readonly<Record<string, number>> = {
  是否误评: 0.08,
  是否依申请: 0.85,
  是否需填表: 0.6,
  是否全程网办: 0.8,
  是否高频: 0.2,
  是否实名: 0.7,
  是否审批通过: 0.92,
  是否认领: 0.97,
  是否上报入库: 0.96,
  是否制作: 0.98,
};

type Weights = readonly (readonly [code: string, weight: number])[];

/** By the code list; other lists give their first few values alike. */
export const usualCodes: Readonly<Record<string, Weights>> = {
  满意度: [
    ["非常满意", 80],
    ["满意", 9],
    ["基本满意", 4],
    ["不满意", 5],
    ["非常不满意", 2],
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
    ["Ⅲ级", 4],
    ["Ⅳ级", 15],
  ],
  服务对象: [
    ["自然人", 5],
    ["企业法人", 5],
    ["事业法人", 1],
  ],
  投诉类型: [
    ["咨询", 5],
    ["投诉", 3],
    ["建议", 2],
  ],
  层级: [
    ["国家", 7],
    ["省", 3],
  ],
};

/** Fields that have a value only where another field of the row has one of these. */
export const onlyWhere: Readonly<Record<string, readonly [field: string, values: readonly string[]]>> = {
  整改完成时间: ["满意度", ["不满意", "非常不满意", "差", "很差"]],
  整改状态: ["满意度", ["不满意", "非常不满意", "差", "很差"]],
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
};

/** Numbers that follow from another field of the row, but for a slip now and then. */
export const follows: Readonly<
  Record<string, readonly [field: string, values: Readonly<Record<string, number>>]>
> = {
  承诺办结时限: ["办件类型", { 即办件: 0 }],
  到办事现场次数: ["是否全程网办", { 是: 0 }],
};

/** How often a number does not follow although it should. */
export const SLIP = 0.03;

/** From the smallest to the largest number, both included; 1 to 1000 otherwise. */
export const usualNumbers: Readonly<Record<string, readonly [low: number, high: number]>> = {
  到办事现场次数: [0, 2],
  累计调用次数: [3, 5200],
  企业总数: [6020, 6080],
  常住人口: [310_000, 316_000],
  企业数量: [6020, 6080],
};

/** Numbers that are a part of another field where no indicator says so. */
export const usualParts: Readonly<Record<string, readonly [whole: string, share: number]>> = {
  日均访问人数: ["月活跃用户数", 0.12],
};

/** Days between the row's own date and a further one, from and to. */
export const usualDelays: Readonly<Record<string, readonly [low: number, high: number]>> = {
  申请时间: [-2, 0],
  受理时间: [0, 0],
  承诺办结时间: [5, 20],
  办理期限: [15, 15],
  办结时间: [0, 13],
  整改完成时间: [0, 6],
  申请通过时间: [0, 0],
  对接完成时间: [5, 60],
};

/** How often something that should have happened a while ago took far longer than usual. */
export const LATE = 0.06;

/** Rows of a list for each hundred asked for; 40 otherwise. */
export const rowsOfHundred: Readonly<Record<string, number>> = {
  好差评: 100,
  办件明细: 43,
  事项清单: 39,
  投诉建议: 20,
  接口清单: 15,
  电子证照: 55,
  电子印章: 20,
};

export interface Stages {
  /** The field that each row of one case has a value of its own in. */
  readonly field: string;
  /** The field of the case that decides which values there are. */
  readonly by: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly otherwise: readonly string[];
  /** Of a hundred cases and stages how many have a row. */
  readonly of100: number;
}

/** Lists with a row for each stage of a case in another list: three ratings online, two at a window. */
export const stagesOf: Readonly<Record<string, Stages>> = {
  好差评: {
    field: "评价环节",
    by: "申报渠道",
    values: { 线上: ["申报", "受理", "办结"], 线下: ["受理", "办结"] },
    otherwise: ["办结"],
    of100: 96,
  },
};
