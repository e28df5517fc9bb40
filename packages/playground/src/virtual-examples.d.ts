declare module "virtual:examples" {
  /** An entry of the example menu. */
  export interface Example {
    readonly group: string;
    readonly title: string;
    /** The page shows the first file. */
    readonly files: readonly { readonly name: string; readonly text: string }[];
  }

  export const examples: readonly Example[];
}
