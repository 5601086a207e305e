import { milliseconds } from './clock.js';

/** Milliseconds before a run shows its progress. */
const patience = 1000;

export interface Progress {
  show(line: string): void;
  clear(): void;
}

/** One line on the terminal, rewritten in place, once the work has taken a second. Nothing when piped or silent. */
export function startProgress(silent: boolean): Progress {
  if (silent || !process.stderr.isTTY) return { show: () => {}, clear: () => {} };
  const start = milliseconds();
  let shown = false;
  let timer: NodeJS.Timeout | undefined;
  const write = (line: string): void => {
    process.stderr.write(`\r\u001b[2K${line}`);
    shown = true;
  };
  return {
    show: (line) => {
      clearTimeout(timer);
      const wait = patience - (milliseconds() - start);
      if (wait <= 0) write(line);
      else timer = setTimeout(write, wait, line);
    },
    clear: () => {
      clearTimeout(timer);
      if (shown) process.stderr.write('\r\u001b[2K');
    },
  };
}
