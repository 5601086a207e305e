/** Preloaded into the command line for a test: a thread that reads a file of this name ends there. */
const { isMainThread } = require('node:worker_threads');
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

if (!isMainThread) {
  const real = fs.readFileSync;
  fs.readFileSync = (path, ...rest) => {
    if (String(path).endsWith('致命.json')) process.exit(9);
    return real(path, ...rest);
  };
  syncBuiltinESMExports();
}
