import { readFileSync } from 'node:fs';
import type { Report } from '../../src/report/schema.js';

export function seed(name: string): Report {
  return JSON.parse(readFileSync(`data/${name}.json`, 'utf8'));
}

export const seeds = ['guangzhou-2023', 'guangzhou-2025', 'tianjin-2023', 'nansha-2024', 'shanghai-2024'];

/** A copy of a report with a change made to it. */
export function edited(report: Report, edit: (copy: Report) => void): Report {
  const copy = structuredClone(report);
  edit(copy);
  return copy;
}
