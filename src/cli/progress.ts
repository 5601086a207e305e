/** How long a run may take before it says what it is doing (milliseconds). */
const patience = 1000;

export interface Progress {
  show(line: string): void;
  clear(): void;
}

/** One line on the terminal, rewritten in place, once the work has taken a second. Nothing when piped or told to be silent. */
export function startProgress(silent: boolean): Progress {
  if (silent || !process.stderr.isTTY) return { show: () => {}, clear: () => {} };
  const start = performance.now();
  let shown = false;
  return {
    show: (line) => {
      if (performance.now() - start < patience) return;
      process.stderr.write(`\r\u001b[2K${line}`);
      shown = true;
    },
    clear: () => {
      if (shown) process.stderr.write('\r\u001b[2K');
    },
  };
}
