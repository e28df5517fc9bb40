import type { Reporter, TestModule } from "vitest/node";

/** Prints the seed of the random cases before a test run, and how many tests passed and failed after it. */
export default class CountReporter implements Reporter {
  onTestRunStart(): void {
    const { FC_SEED: seed = "", FC_CASES: cases = "1000" } = process.env;
    console.log(`Properties: ${cases} cases each, FC_SEED=${seed}`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    // A file that could not be loaded has no tests, so it is counted separately.
    const broken = modules.filter(
      (module) => module.state() === "failed" && module.children.size === 0,
    ).length;
    const failed = tests.filter((test) => test.result().state === "failed").length;
    console.log(`${passed} passed, ${failed + broken + unhandledErrors.length} failed`);
  }
}
