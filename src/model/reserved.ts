/** Datasets that hold answers rather than rows to measure; their names are fixed. */
export const REPORTED = "指标填报";
export const TASK_LEDGER = "任务台账";
