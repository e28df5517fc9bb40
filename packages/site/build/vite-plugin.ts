import type { UserConfig } from "vitepress";

type Option = NonNullable<NonNullable<UserConfig["vite"]>["plugins"]>[number];

/** A plugin of VitePress's Vite, which differs from the repository's. */
export type VitePlugin = Extract<Option, { readonly name: string }>;
