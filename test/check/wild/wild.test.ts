import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acrossRules } from '../../../src/check/across/rules.js';
import { checkReport } from '../../../src/check/check.js';
import { rules } from '../../../src/check/rules/all.js';
import { pagesOf } from '../../../src/publish/pages.js';
import { readReport } from '../../../src/report/read.js';
import type { Report } from '../../../src/report/schema.js';
import { share } from '../../runs.js';
import { shippedLayouts } from '../../shippedLayouts.js';
import { cleanReport } from './clean.js';
import { caseOf, defects, layoutIds } from './corpus.js';
import { kinds } from './kinds.js';
import { type Finding, judged, score, scoreClean, Tally } from './score.js';

function read(report: Report): Report {
  return readReport(Buffer.from(JSON.stringify(report)), 'made.json').report;
}

/** What a pointer leads to, or undefined. */
function at(report: Report, pointer: string): unknown {
  let value: unknown = report;
  for (const step of pointer.split('/').slice(1)) value = (value as Record<string, unknown> | undefined)?.[step];
  return value;
}

const layouts = layoutIds();

describe('clean reports', () => {
  it.each(share(layouts))('%s: can be read, the same for the same seed, others for another', (layout) => {
    const { report } = cleanReport(layout, 7);
    expect(read(report)).toEqual(report);
    expect(cleanReport(layout, 7).report).toEqual(report);
    expect(cleanReport(layout, 8).report).not.toEqual(report);
  });
});

describe('checks', () => {
  it.each(share(layouts))('%s: nothing is found in a clean report', (id) => {
    const layout = shippedLayouts.layouts.find(({ manifest }) => manifest.id === id);
    if (!layout) throw new Error(`no layout ${id}`);
    const whole = readReport(Buffer.from(JSON.stringify(cleanReport(id, 3).report)), 'made.json');
    const { findings } = checkReport(whole, [layout.manifest], pagesOf(whole.report, [layout]));
    const told = findings
      .map(({ problem }) => problem)
      .filter(({ severity, code }) => severity !== 'hint' && code !== 'field-not-printed');
    expect(told.map(({ code, message }) => [code, message.zh])).toEqual([]);
  });
});

describe('defects', () => {
  it.each(share(defects).map((defect) => [defect.kind, defect] as const))(
    '%s: is where it says, and nowhere else',
    (kind, defect) => {
      const made = caseOf(defect, 1, 3, layouts);
      expect(made.report).not.toEqual(made.clean);
      expect(caseOf(defect, 1, 3, layouts).report).toEqual(made.report);
      for (const place of made.at) {
        expect([made.report, made.clean].some((report) => at(report, place) !== undefined)).toBe(true);
      }
      expect(kinds[kind]?.codes.length).toBeGreaterThan(0);
    },
  );

  it('are named by codes that a rule or the reader has', () => {
    // `period-reversed` is the reader's.
    const known = new Set([...[...rules, ...acrossRules].map(({ code }) => code), 'period-reversed']);
    const unknown = Object.values(kinds).flatMap(({ codes, too = [] }) =>
      [...codes, ...too].filter((code) => !known.has(code)),
    );
    expect(unknown).toEqual([]);
  });
});

describe('score', () => {
  const finding = (code: string, pointer: string, severity: Finding['severity'] = 'warning'): Finding => ({
    code,
    pointer,
    severity,
    also: [],
    message: '',
  });
  const defect = { kind: 'people-ge', at: ['/units/0/projects/0/indicators/2/annualTarget'] };

  it('finds what a code of the kind names at the place, or at the row that holds it', () => {
    const tally = new Tally();
    const one = (findings: Finding[]): void => score(tally, [defect], judged([defect], findings));
    one([finding('unit-mismatch', '/units/0/projects/0/indicators/2/annualTarget/unit')]);
    one([finding('unit-mismatch', '/units/0/projects/0/indicators/2', 'hint')]);
    one([finding('unit-mismatch', '/units/0/projects/0/indicators/3/annualTarget/unit')]);
    one([finding('sign-lost', '/units/0/projects/0/indicators/2/annualTarget')]);
    expect(tally.figures().kinds).toEqual({ 'people-ge': [2, 4] });
    expect(tally.figures().rules).toEqual({ 'sign-lost': [0, 1], 'unit-mismatch': [1, 1] });
  });

  it('counts a code once a project, and what the clean report has not again', () => {
    const tally = new Tally();
    const twice = [
      finding('sign-lost', '/units/0/projects/0/indicators/1'),
      finding('sign-lost', '/units/0/projects/0/indicators/2'),
    ];
    expect(scoreClean(tally, twice)).toBe(1);
    score(tally, [defect], judged([defect], twice, twice));
    expect(tally.figures().rules).toEqual({ 'sign-lost': [0, 1] });
  });
});

describe('held out', () => {
  const folder = 'test/check/wild/heldout';
  const names = readdirSync(folder).filter((name) => name !== 'expected.json');
  const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as {
    report: string;
    kind: string;
    at: string[];
  }[];

  it('each fault is of a known kind and in its table', () => {
    for (const { report, kind, at: places } of expected) {
      const table = JSON.parse(readFileSync(`${folder}/${report}.json`, 'utf8')) as Report;
      expect(kinds).toHaveProperty(kind);
      for (const place of places) expect(at(table, place), `${report} ${place}`).toBeDefined();
    }
    expect(names).toEqual(expect.arrayContaining(expected.map(({ report }) => `${report}.json`)));
  });
});

describe('published', () => {
  const folder = 'test/check/published';
  const sources = JSON.parse(readFileSync(`${folder}/sources.json`, 'utf8')) as Record<
    string,
    { address: string; title: string }
  >;
  const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as { report: string; at: string[] }[];

  it('each table has its source, and each fault is in its table', () => {
    for (const [name, { address, title }] of Object.entries(sources)) {
      expect(address).toMatch(/^https?:/);
      expect(title).not.toBe('');
      expect(() => readReport(readFileSync(`${folder}/${name}.json`), name)).not.toThrow();
    }
    for (const { report, at: places } of expected) {
      const table = JSON.parse(readFileSync(`${folder}/${report}.json`, 'utf8')) as Report;
      expect(places.length).toBeGreaterThan(0);
      // What is missing has no place of its own.
      for (const place of places)
        expect(at(table, place) ?? at(table, place.replace(/\/[^/]*$/, '')), `${report} ${place}`).toBeDefined();
    }
  });
});
