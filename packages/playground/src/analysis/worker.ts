import { analyze } from "./analyze.js";
import type { AnalysisAnswer, AnalysisRequest } from "./messages.js";
import { rules } from "./rules.js";

addEventListener("message", ({ data }: MessageEvent<AnalysisRequest>) => {
  for (const answer of analyze(data)) send(answer);
});
send({ kind: "ready", rules });

function send(answer: AnalysisAnswer): void {
  postMessage(answer);
}
