import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Preloaded (`node --import meter.js`) into a measured process: writes what it used to the file that BENCH_METER names.
 * Linux keeps the peak of the parent's memory in `maxRSS` of a fresh child, so the kernel's own mark (VmHWM) is read first.
 */
process.on('exit', () => {
  const target = process.env.BENCH_METER;
  if (!target) return;
  const { user, system } = process.cpuUsage();
  writeFileSync(target, JSON.stringify({ cpu: (user + system) / 1000, memory: peakMemory() }));
});

/** Bytes. */
function peakMemory(): number {
  try {
    const mark = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (mark) return Number(mark[1]) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}
