/** Milliseconds since this process began. The same as `performance.now`, whose first call makes Node load its hooks. */
export function milliseconds(): number {
  return process.uptime() * 1000;
}
