/**
 * Milliseconds of processor time that this process has used, which depends less on what else the machine does than the
 * time on the clock. Differences of it are for tests that an input is not quadratic or worse, with limits far above the
 * usual time.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
