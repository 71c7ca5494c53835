import { z } from "zod";

const name = z.string().min(1);
const names = z.array(name);

/** `rules/units/<place>.yaml`: who the responsible units are and how their names are written. */
export const directorySchema = z.strictObject({
  units: name,
  place: name.optional(),
  whole: names.default([]).meta({ description: "names of the whole area" }),
  prefixes: names
    .default([])
    .meta({ description: "place prefixes that may stand before a name or be left out" }),
  suffixes: names.default([]).meta({ description: "endings that may follow a name without changing it" }),
  groups: names.default([]).meta({ description: "groups in the order of reports" }),
  members: z.array(
    z.strictObject({
      name,
      full: name.optional(),
      aliases: names.default([]),
      group: z.union([name, names]).optional(),
      parent: name.optional(),
      assumed: z.boolean().default(false).meta({ description: "not named by the document" }),
    }),
  ),
});
export type DirectoryFile = z.infer<typeof directorySchema>;

export interface Unit {
  readonly name: string;
  readonly full: string | null;
  readonly aliases: readonly string[];
  /** The first is the group that it is ranked in; empty for units outside the document's groups. */
  readonly groups: readonly string[];
  readonly parent: string | null;
  readonly assumed: boolean;
}

export interface UnitDirectory {
  readonly id: string;
  readonly place: string | null;
  readonly whole: readonly string[];
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  readonly groups: readonly string[];
  readonly units: readonly Unit[];
}
