import { instance } from "@viz-js/viz";
import { directImports, folderImports } from "./imports.js";

/** Core's folders in the order of the data, as an SVG; an arrow points from a folder to one that uses it. */
export async function architecturePicture(): Promise<string> {
  const imports = folderImports();
  const nodes = [...imports.keys()].map((name) => ({ name, attributes: { label: name } }));
  const edges = directImports(imports).map(([user, used]) => ({ tail: used, head: user }));
  const viz = await instance();
  const svg = viz.renderString(
    {
      graphAttributes: { rankdir: "TB", bgcolor: "white", pad: 0.2, nodesep: 0.35, ranksep: 0.4 },
      nodeAttributes: {
        shape: "box",
        style: "rounded",
        fontname: "Helvetica",
        fontsize: 13,
        margin: "0.2,0.08",
      },
      edgeAttributes: { arrowsize: 0.7, color: "#57606a" },
      nodes,
      edges,
    },
    { format: "svg" },
  );
  return svg.slice(svg.indexOf("<svg"));
}
