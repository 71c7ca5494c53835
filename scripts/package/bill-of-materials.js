// bom.json: a software bill of materials in CycloneDX 1.6.
import { createHash } from "node:crypto";
import { keyOfLibrary } from "./libraries.js";

/** The same libraries make the same bytes: without a time, and with a number made from the contents. */
export function billOfMaterials(own, libraries) {
  const product = {
    type: "application",
    "bom-ref": purl(own),
    name: own.name,
    version: own.version,
    description: own.description,
    licenses: licencesOf(own.license),
    purl: purl(own),
  };
  const components = libraries.map(componentOf);
  const refs = new Map(libraries.map((library) => [keyOfLibrary(library), purl(library)]));
  const direct = libraries.filter(
    ({ name, folder }) => name in own.dependencies && folder === `node_modules/${name}`,
  );
  const dependencies = [
    { ref: purl(own), dependsOn: direct.map(purl) },
    ...libraries.map((library) => ({
      ref: purl(library),
      dependsOn: library.needs.map((need) => refs.get(need)),
    })),
  ];
  const contents = { metadata: { component: product }, components, dependencies };
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(contents))}`;
  const head = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber,
    version: 1,
  };
  return `${JSON.stringify({ ...head, ...contents }, null, 2)}\n`;
}

function componentOf(library) {
  const [group, name] = library.name.startsWith("@") ? library.name.split("/") : [undefined, library.name];
  return {
    type: "library",
    "bom-ref": purl(library),
    ...(group === undefined ? {} : { group }),
    name,
    version: library.version,
    scope: "required",
    hashes: hashesOf(library.integrity),
    licenses: licencesOf(library.license),
    purl: purl(library),
  };
}

function purl({ name, version }) {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

function licencesOf(license) {
  return /[()\s]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }];
}

/** "sha512-<base64>" as the lock file has it. */
function hashesOf(integrity = "") {
  const [, base64] = /^sha512-(.+)$/.exec(integrity) ?? [];
  return base64 === undefined
    ? []
    : [{ alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") }];
}

/** A name-based UUID (version 8): no clock and no chance in it. */
function uuidOf(text) {
  const hex = createHash("sha256").update(text).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join("-");
}
