import type { Job } from "../workflow/index.js";
import { mayBeUsedAgain } from "./runner.js";

/** Docker's official images, whose names have no `/`, and Microsoft's: none of them holds a configuration of Codex. */
const PUBLIC_IMAGE =
  /^(?:(?:docker\.io\/)?(?:library\/)?[a-z\d][\w.-]*(?:[:@][^/]*)?$|mcr\.microsoft\.com\/)/;

/** Images whose `sh` is not Dash: BusyBox and Bash know more of Bash's syntax. */
const WITHOUT_DASH =
  /alpine|busybox|fedora|centos|rockylinux|almalinux|amazonlinux|oraclelinux|archlinux|opensuse|photon|\bubi\d/i;

/** Whether a job runs in an image of its own, which may hold a configuration of Codex and set variables. */
export function hasOwnImage({ container }: Job): boolean {
  return container !== undefined && !PUBLIC_IMAGE.test(container.image);
}

/** Whether a job runs on a machine of GitHub's, without variables that the file does not show. */
export function isHosted(job: Job): boolean {
  return !mayBeUsedAgain(job) && !hasOwnImage(job);
}

/** The shell of a job's steps that name none: in a container, GitHub uses `sh` (actions/runner #1533). */
export function defaultShell({ container }: Job): string | undefined {
  return container === undefined || WITHOUT_DASH.test(container.image) ? undefined : "sh";
}
