// npm run demo [-- files or folders]: shows the findings of the recommended configuration in lock files, and the fixes.
import "./setup.mjs";
import "./build.mjs";

const { demo } = await import("./demo/demo.mjs");
process.exitCode = await demo(process.argv.slice(2));
