export { explaining } from "./explaining.js";
export { looksLikeLog } from "./looks-like-log.js";
export { readLog, type FoundSymptom, type LogReading } from "./read-log.js";
export type { Symptom, SymptomKind } from "./symptom.js";
