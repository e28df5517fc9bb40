import type { AnalysisAnswer, AnalysisRequest } from "./messages.js";
import AnalysisWorker from "./worker.js?worker&inline";

/** Called with the answers to the newest request. */
export interface AnalysisListener {
  answered(answer: AnalysisAnswer): void;
  /** Called if the worker was stopped after the time limit, before it had the findings or the fix. */
  gaveUp(missing: "findings" | "fix"): void;
}

/** Runs requests in a worker, one at a time. Drops waiting requests except the newest. */
export interface Analyzer {
  request(question: Omit<AnalysisRequest, "id">): void;
}

/** The time limit. No real lock file takes this long. */
const PATIENCE = 20_000;

/** Starts the worker that analyzes texts, and calls the listener with its results. */
export function startAnalyzer(listener: AnalysisListener): Analyzer {
  let worker = startWorker();
  let newest = 0;
  let running = false;
  let missing: "findings" | "fix" = "findings";
  let waiting: AnalysisRequest | undefined;
  let timer = 0;

  function startWorker(): Worker {
    const started = new AnalysisWorker();
    started.addEventListener("message", ({ data }: MessageEvent<AnalysisAnswer>) => {
      receive(data);
    });
    return started;
  }

  function receive(answer: AnalysisAnswer): void {
    if (answer.kind === "findings") missing = "fix";
    if (answer.kind === "ready" || answer.id === newest) listener.answered(answer);
    if (answer.kind === "fix" || answer.kind === "failure") finish();
  }

  function finish(): void {
    clearTimeout(timer);
    running = false;
    const next = waiting;
    waiting = undefined;
    if (next) send(next);
  }

  function send(request: AnalysisRequest): void {
    running = true;
    missing = "findings";
    timer = setTimeout(() => {
      worker.terminate();
      worker = startWorker();
      if (request.id === newest) listener.gaveUp(missing);
      finish();
    }, PATIENCE);
    worker.postMessage(request);
  }

  return {
    request(question) {
      newest += 1;
      const request = { id: newest, ...question };
      if (running) waiting = request;
      else send(request);
    },
  };
}
