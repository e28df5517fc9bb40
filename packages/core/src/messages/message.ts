import type { MessageId, RuleId } from "./message-ids.js";
import { type Sentence, sentences } from "./sentences.js";

/** The values of a sentence's placeholders, by name. */
export type MessageData = Readonly<Record<string, string>>;

/** Fills in the placeholders `{{name}}` of a template; a placeholder without a value stays unchanged, as in ESLint. */
export function fillIn(template: string, data: MessageData): string {
  return template.replace(
    /\{\{\s*([^{}\s]+)\s*\}\}/g,
    (placeholder, name: string) => data[name] ?? placeholder,
  );
}

/** The problem and its effect, without the remedy. */
export function problemOf<Rule extends RuleId>(rule: Rule, id: MessageId<Rule>, data: MessageData): string {
  return fillIn(sentenceOf(rule, id).problem, data);
}

/** The whole message of a finding. `data` must contain `remedy`. */
export function messageOf<Rule extends RuleId>(rule: Rule, id: MessageId<Rule>, data: MessageData): string {
  return fillIn(templateOf(sentenceOf(rule, id)), data);
}

/**
 * What to do about a fault; `name` selects the case if the remedy depends on it.
 *
 * @throws Error if the message has no such case
 */
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

/** The message templates of a rule by id, in ESLint's format. */
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
