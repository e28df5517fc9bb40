import { describe, expect, test } from "vitest";
import { install, job, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { outcomesWithHome, withoutProvider } from "../../support/prepared-home.js";

const undetermined = [expect.stringMatching("^undetermined ")];

describe("a folder that AWF mounts", () => {
  const mounted = (mount: string): readonly string[] =>
    outcomesWithHome(install, withoutProvider, start.replace("--env-all", `--env-all ${mount}`));

  test.each([
    "--mount /srv/x:/tmp/home:ro",
    "-v /srv/x:/host/tmp/home",
    "--mount=/srv/x:/tmp",
    '--mount "$MOUNT"',
  ])("hides another one: %s", (mount) => {
    expect(mounted(mount)).toEqual(undetermined);
  });

  test.each([
    "--mount /tmp/home:/tmp/home:rw",
    '-v "$RUNNER_TEMP/x:/host$RUNNER_TEMP/x:ro"',
    "-v /srv/x:/opt/x",
  ])("changes no other one: %s", (mount) => {
    expect(mounted(mount)).toEqual(["direct noProvider"]);
  });
});

describe("a volume of the job's container or of a service", () => {
  const withKeys = (...keys: readonly string[]): readonly string[] =>
    outcomes(job(["env: { CODEX_HOME: /srv/home }", ...keys], install, start));

  test("may hold a configuration", () => {
    const container = "container: { image: node, volumes: ['/opt/x:/srv/home:ro'] }";
    expect(withKeys(container)).toEqual(undetermined);
    const service = "services: { cfg: { image: acme/config, volumes: ['/srv:/out'] } }";
    expect(withKeys(service)).toEqual(undetermined);
  });

  test("of another folder does not", () => {
    const service =
      "services: { db: { image: postgres, volumes: ['/srv/data:/var/lib/data', 'data:/data'] } }";
    expect(withKeys(service)).toEqual(withKeys());
  });
});
