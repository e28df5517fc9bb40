import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Adds a policy to the built page: only its own scripts run, and it loads nothing. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "asset" || !file.fileName.endsWith(".html")) continue;
          const page = String(file.source);
          file.source = page.replace(
            "<head>",
            () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policyOf(page)}" />`,
          );
        }
      },
    },
  };
}

function policyOf(page: string): string {
  const hashes = [...page.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'none'",
    "form-action 'none'",
    "img-src data:",
    // ESLint's validator compiles the schemas of rule options to functions.
    `script-src ${hashes.join(" ")} 'unsafe-eval'`,
    // The editor writes its own style sheets.
    "style-src 'unsafe-inline'",
    "worker-src blob:",
  ].join("; ");
}
