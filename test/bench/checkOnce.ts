import { readFileSync } from 'node:fs';
import { checkReport } from '../../src/check/check.js';
import { readReport } from '../../src/report/read.js';

/** A process of its own that reads one report and checks it, each for the first time: milliseconds and peak bytes as JSON. */
const file = process.argv[2] as string;
const bytes = readFileSync(file);
const start = performance.now();
const read = readReport(bytes, file);
const between = performance.now();
const { findings } = checkReport(read, []);
const end = performance.now();
const memory = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ read: between - start, check: end - between, memory, findings: findings.length }));
