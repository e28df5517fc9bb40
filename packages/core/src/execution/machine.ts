import type { Job } from "../workflow/index.js";

/*
 * What `runs-on` and `container` tell about the machine of a job. Each question has its own answer where the file is not
 * certain: a label such as `ubuntu-latest-8-cores` names a new machine of GitHub's, but may have an image of the
 * organization's own.
 */

/**
 * Whether earlier jobs may have left files on the machine. Only GitHub's own runners, which have standard labels, are
 * new for each job. An expression of the matrix counts as a standard label.
 */
export function mayBeUsedAgain({ runsOn }: Job): boolean {
  return runsOn.some((label) => !/^(?:ubuntu|windows|macos)-|^\$\{\{\s*matrix\./.test(label));
}

/** Docker's official images, whose names have no `/`, and Microsoft's: none of them holds a configuration of Codex. */
const PUBLIC_IMAGE =
  /^(?:(?:docker\.io\/)?(?:library\/)?[a-z\d][\w.-]*(?:[:@][^/]*)?$|mcr\.microsoft\.com\/)/;

/** Whether a job runs in an image of its own, which may hold a configuration of Codex and set variables. */
export function hasOwnImage({ container }: Job): boolean {
  return container !== undefined && !PUBLIC_IMAGE.test(container.image);
}

/** Whether a job runs on a machine of GitHub's, without variables that the file does not show. */
export function isHosted(job: Job): boolean {
  return !mayBeUsedAgain(job) && !hasOwnImage(job);
}

/** Whether a job runs directly on one of GitHub's own Ubuntu images, none of which contains Codex (actions/runner-images). */
export function hasImageOfGitHub({ runsOn, container }: Job): boolean {
  const [label = "", ...others] = runsOn;
  const isStandard = others.length === 0 && /^ubuntu-(?:latest|slim|\d\d\.\d\d)(?:-arm)?$/.test(label);
  return isStandard && container === undefined;
}

/** Whether a job runs on a self-hosted runner, whose programs may have any variables, even when `sudo` starts them. */
export function isSelfHosted({ source }: Job): boolean {
  return /\bself-hosted\b/.test(source);
}

/** Whether a job runs on Windows or macOS, where AWF does not start: it needs Linux. */
export function lacksLinux({ runsOn }: Job): boolean {
  return runsOn.some((label) => /^(?:windows|macos)(?:-|$)/i.test(label));
}
