declare module "virtual:examples" {
  /** An entry of the example menu. */
  export interface Example {
    readonly group: string;
    readonly title: string;
    /** The first is the one that is looked at. */
    readonly files: readonly { readonly name: string; readonly text: string }[];
  }

  export const examples: readonly Example[];
}
