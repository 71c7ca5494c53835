export { REPORTED, TASK_LEDGER } from "../model/reserved.ts";
