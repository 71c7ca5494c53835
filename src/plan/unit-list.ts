import type { DirectoryFile } from "../model/unit.ts";
import type { Place } from "../problem.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A unit as a spreadsheet lists it; blank where it says nothing. */
export interface ListedUnit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly full: string;
  readonly groups: readonly string[];
  readonly parent: string;
  readonly placeOf: (key: string) => Place;
}

/** A spreadsheet of units, read elsewhere. */
export interface UnitList {
  readonly file: string;
  readonly sha256: string;
  readonly members: readonly ListedUnit[];
}

/** The directory that a list makes of a plan's own, of which place, prefixes, suffixes and groups stay. */
export function directoryFrom({ file, sha256, members }: UnitList, own: Partial<DirectoryFile>): YamlFile {
  const data = {
    ...own,
    members: members.map(({ name, aliases, full, groups, parent }) => ({
      // A row without a name is said to lack one.
      ...(name === "" ? {} : { name }),
      ...(full === "" ? {} : { full }),
      aliases,
      ...(groups.length === 0 ? {} : { group: groups }),
      ...(parent === "" ? {} : { parent }),
    })),
  };
  const locate: YamlFile["locate"] = ([kind, index, key]) => {
    const member = kind === "members" ? members[Number(index)] : undefined;
    return member?.placeOf(String(key ?? "name")) ?? { file };
  };
  return { file, data, sha256, locate, frame: () => undefined };
}
