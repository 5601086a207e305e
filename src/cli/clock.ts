/** Milliseconds since this process began. `performance.now` tells the same, but Node loads its hooks for it at the first call. */
export function milliseconds(): number {
  return process.uptime() * 1000;
}
