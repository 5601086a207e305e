import { existsSync, readdirSync } from 'node:fs';
import type { Report } from '../../../src/report/schema.js';
import { randomOf } from '../../bench/random.js';
import { cleanReport, hash } from './clean.js';
import type { Defect, Draft } from './defects/draft.js';
import { money } from './defects/money.js';
import { names } from './defects/names.js';
import { texts } from './defects/texts.js';
import { values } from './defects/values.js';

/** A clean report, and the same with one defect. */
export interface Case {
  readonly kind: string;
  readonly layout: string;
  readonly clean: Report;
  readonly report: Report;
  /** JSON pointers of where the defect is. */
  readonly at: readonly string[];
}

export const defects: readonly Defect[] = [...names, ...values, ...money, ...texts];

/** Each kind is put at least so often, and each of its wordings once. */
const least = 12;

/** The layouts that have a specimen, in the order of their names. */
export function layoutIds(): string[] {
  return readdirSync('templates', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => existsSync(`templates/${path}/specimen.json`))
    .sort();
}

/** All cases, always the same: every kind in reports of layouts drawn for it. Throws where a kind fits no layout. */
export function cases(): Case[] {
  const layouts = layoutIds();
  let serial = 0;
  return defects.flatMap((defect) =>
    Array.from({ length: Math.max(least, defect.wordings) }, (_, nth) => {
      serial += 1;
      return caseOf(defect, nth, serial, layouts);
    }),
  );
}

/** The nth case of a kind, in the first layout of a drawn order that can have it; some need words that only few reports have. */
export function caseOf(defect: Defect, nth: number, serial: number, layouts: readonly string[]): Case {
  const random = randomOf(hash(`${defect.kind}/${nth}`));
  const first = random.int(0, layouts.length - 1);
  // A step that shares no divisor with the number of layouts visits each once.
  const step = stepFor(layouts.length, random.int(1, layouts.length));
  for (let tried = 0; tried < 40 * layouts.length; tried += 1) {
    const layout = layouts[(first + tried * step) % layouts.length] as string;
    const {
      report: clean,
      trade,
      place,
    } = cleanReport(layout, serial + 1000 * Math.floor(tried / layouts.length), serial);
    const draft: Draft = { report: structuredClone(clean), trade, place, random };
    const at = defect.put(draft, nth);
    if (at !== undefined) return { kind: defect.kind, layout, clean, report: draft.report, at };
  }
  throw new Error(`no layout can have ${defect.kind}, wording ${nth}`);
}

function stepFor(count: number, from: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = from;
  while (divisor(step, count) !== 1) step += 1;
  return step;
}
