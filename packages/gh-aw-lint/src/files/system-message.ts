/** The system's error message, such as `EACCES: permission denied`, without the path, which our message names. */
export function systemMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, \w+(?: '[^']*')?(?: -> '[^']*')?$/, "");
}
