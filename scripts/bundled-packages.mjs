import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} license the SPDX identifier
 * @property {string} licenseText
 */

/**
 * The third-party packages in a bundle, by name.
 *
 * @param {readonly string[]} modules the paths of the bundle's modules
 * @returns {BundledPackage[]}
 */
export function packagesOf(modules) {
  const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []);
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no license file.`);
    return { name, version, license, licenseText: readFileSync(join(folder, file), "utf8").trim() };
  });
}

/** @param {readonly BundledPackage[]} packages */
export function licensesOf(packages) {
  return packages
    .map(({ name, version, license, licenseText }) => `${name} ${version} (${license})\n\n${licenseText}\n`)
    .join("\n\n---\n\n");
}

/**
 * The contents of a bundle as CycloneDX 1.6 JSON.
 *
 * @param {{ name: string, version: string, license: string }} bundle the package whose bundle it is
 * @param {readonly BundledPackage[]} packages
 */
export function billOfMaterials(bundle, packages) {
  const bom = new Models.Bom();
  bom.metadata.component = component(bundle);
  for (const each of packages) bom.components.add(component(each));
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { space: 2, sortLists: true })}\n`;
}

/** @param {{ name: string, version: string, license: string }} manifest */
function component({ name, version, license }) {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const result = new Models.Component(Enums.ComponentType.Library, name, { version, purl, bomRef: purl });
  result.licenses.add(new Models.SpdxLicense(license));
  return result;
}
