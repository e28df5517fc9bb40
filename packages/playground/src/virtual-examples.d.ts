declare module "virtual:examples" {
  /** A lock file of the example menu. */
  export interface Example {
    readonly group: string;
    readonly title: string;
    /** The file's name. */
    readonly name: string;
    readonly text: string;
  }

  export const examples: readonly Example[];
}
