// npm run demo [-- files or folders]: what our recommended configuration says of lock files, and what it would fix.
import "./setup.mjs";
import "./build.mjs";

const { demo } = await import("./demo/demo.mjs");
process.exitCode = await demo(process.argv.slice(2));
