/** Lets tests wait for the page: its state, and how often a check was completed. */
export function setState(state: "checking" | "done"): void {
  const { dataset } = document.body;
  dataset.state = state;
  if (state === "done") dataset.checks = String(Number(dataset.checks ?? 0) + 1);
}
