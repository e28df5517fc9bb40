/** The user's mistake: its message is all that is shown. */
export class UsageError extends Error {}
