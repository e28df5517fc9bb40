import type { MessageId, RuleId } from "./message-ids.js";
import { type Sentence, sentences } from "./sentences.js";

/** What the placeholders of a sentence stand for. */
export type MessageData = Readonly<Record<string, string>>;

/** A template with its placeholders `{{name}}` filled in; one without an entry stays as it is, as in ESLint. */
export function fillIn(template: string, data: MessageData): string {
  return template.replace(
    /\{\{\s*([^{}\s]+)\s*\}\}/g,
    (placeholder, name: string) => data[name] ?? placeholder,
  );
}

/** What is wrong and what happens, without what to do. */
export function problemOf<Rule extends RuleId>(rule: Rule, id: MessageId<Rule>, data: MessageData): string {
  return fillIn(sentenceOf(rule, id).problem, data);
}

/** The whole message of a finding. `data` holds `remedy`. */
export function messageOf<Rule extends RuleId>(rule: Rule, id: MessageId<Rule>, data: MessageData): string {
  return fillIn(templateOf(sentenceOf(rule, id)), data);
}

/** What to do about a fault; `name` tells the case where the remedy depends on it. */
export function remedyOf<Rule extends RuleId>(
  rule: Rule,
  id: MessageId<Rule>,
  data: MessageData = {},
  name = "",
): string {
  const { remedy } = sentenceOf(rule, id);
  const template = typeof remedy === "string" ? remedy : remedy[name];
  if (template === undefined) throw new Error(`The message ${id} of ${rule} has no remedy "${name}".`);
  return fillIn(template, data);
}

/** The messages of a rule as ESLint takes them, by their ids. */
export function messageTemplates<Rule extends RuleId>(rule: Rule): Readonly<Record<MessageId<Rule>, string>>;
export function messageTemplates(rule: RuleId): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries<Sentence>(sentences[rule]).map(([id, sentence]) => [id, templateOf(sentence)]),
  );
}

function templateOf({ problem }: Sentence): string {
  return `${problem} {{remedy}}`;
}

function sentenceOf(rule: RuleId, id: string): Sentence {
  const ofRule: Readonly<Record<string, Sentence>> = sentences[rule];
  const sentence = ofRule[id];
  if (!sentence) throw new Error(`The rule ${rule} has no message ${id}.`);
  return sentence;
}
