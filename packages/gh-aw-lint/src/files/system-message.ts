/** What the system says went wrong, such as `EACCES: permission denied`, without the path, which a message names itself. */
export function systemMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, \w+(?: '[^']*')?(?: -> '[^']*')?$/, "");
}
