import { answers } from "./datasets/answers.ts";
import { days, instants, workdays } from "./datasets/days.ts";
import { empty } from "./datasets/empty.ts";
import { forms } from "./datasets/forms.ts";
import { joins, keyless, keys, newest } from "./datasets/keys.ts";
import { many } from "./datasets/many.ts";
import { nulls } from "./datasets/nulls.ts";
import { numbers, numerals, typedByPeople } from "./datasets/numbers.ts";
import { mapped, storedTypes } from "./datasets/stored.ts";
import { runningTotals, undated } from "./datasets/totals.ts";
import { unitNames, wholeOnly } from "./datasets/unit-names.ts";
import { quoting, spellings } from "./datasets/words.ts";
import type { Story } from "./story.ts";

export const stories: readonly Story[] = [
  nulls,
  empty,
  days,
  instants,
  workdays,
  numbers,
  numerals,
  typedByPeople,
  keys,
  joins,
  keyless,
  newest,
  quoting,
  spellings,
  unitNames,
  wholeOnly,
  runningTotals,
  undated,
  answers,
  forms,
  storedTypes,
  mapped,
  many,
];
