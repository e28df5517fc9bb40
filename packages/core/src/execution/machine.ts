import type { Job, MatrixCombination, MatrixValue } from "../workflow/index.js";

/*
 * What `runs-on` and `container` tell about the machine of a job. Each question has its own answer where the file is not
 * certain: a label such as `ubuntu-latest-8-cores` names a new machine of GitHub's, but may have an image of the
 * organization's own.
 */

/**
 * Whether earlier jobs may have left files on the machine, in one combination of the job's matrix or in any. Only
 * GitHub's own runners, which have standard labels, are new for each job. A label that a matrix does not show counts as
 * one.
 */
export function mayBeUsedAgain(job: Job, combination?: MatrixCombination): boolean {
  const labels = job.runsOn.flatMap((label) => textsOf(label, job, combination));
  return labels.some((label) => !/^(?:ubuntu|windows|macos)-|^\$\{\{\s*matrix\./.test(label));
}

/** The texts that a label or an image may be: those of an axis of the matrix, or the written one. */
function textsOf(written: string, { matrix }: Job, combination?: MatrixCombination): readonly string[] {
  const [, path] = /^\$\{\{\s*matrix\.([\w.-]+)\s*\}\}$/.exec(written.trim()) ?? [];
  const known = matrix.kind === "known" ? matrix.combinations : [];
  const values = (combination ? [combination] : known).map((each) =>
    (path ?? "").split(".").reduce<MatrixValue | undefined>(memberOf, Object.fromEntries(each)),
  );
  const texts = values.flat().filter((value) => typeof value === "string");
  return path !== undefined && texts.length > 0 ? texts : [written];
}

function memberOf(value: MatrixValue | undefined, name: string): MatrixValue | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

/** Docker's official images, whose names have no `/`, and Microsoft's: none of them holds a configuration of Codex. */
const PUBLIC_IMAGE =
  /^(?:(?:docker\.io\/)?(?:library\/)?[a-z\d][\w.-]*(?:[:@][^/]*)?$|mcr\.microsoft\.com\/)/;

/** Whether a job runs in an image of its own, which may hold a configuration of Codex and set variables. */
export function hasOwnImage(job: Job, combination?: MatrixCombination): boolean {
  const images = job.container ? textsOf(job.container.image, job, combination) : [];
  return images.some((image) => !PUBLIC_IMAGE.test(image));
}

/** Whether a job runs on a machine of GitHub's, without variables that the file does not show. */
export function isHosted(job: Job): boolean {
  return !mayBeUsedAgain(job) && !hasOwnImage(job);
}

/** Whether a job runs directly on one of GitHub's own Ubuntu images, none of which contains Codex (actions/runner-images). */
export function hasImageOfGitHub(job: Job): boolean {
  const [label = "", ...others] = job.runsOn;
  const isStandard = textsOf(label, job).every((text) =>
    /^ubuntu-(?:latest|slim|\d\d\.\d\d)(?:-arm)?$/.test(text),
  );
  return isStandard && others.length === 0 && job.container === undefined;
}

/** Whether a job runs on a self-hosted runner, whose programs may have any variables, even when `sudo` starts them. */
export function isSelfHosted({ source }: Job): boolean {
  return /\bself-hosted\b/.test(source);
}

/** Whether a job runs on Windows or macOS, where AWF does not start: it needs Linux. */
export function lacksLinux({ runsOn }: Job): boolean {
  return runsOn.some((label) => /^(?:windows|macos)(?:-|$)/i.test(label));
}
