import { argv } from "node:process";
import { made } from "../place.ts";
import { csvFolder, excel, workbook, worldOf } from "./data.ts";

// By hand: node …/generate/main.js 10000 [shared|inline] [excel|wps|exceljs] [titles]
const [, , cases = "10000", strings = "shared", order = "excel", titles] = argv;
const world = worldOf(Number(cases));
const form = { ...excel, strings, order, titles: titles !== undefined } as typeof excel;
console.log(await workbook(made, world, form));
console.log(await csvFolder(made, world, "utf-8"));
