import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/check.js';
import { patched } from '../../src/check/example.js';
import type { Expectations } from '../../src/check/expectations.js';
import type { Patch } from '../../src/check/rule.js';
import { pathOf } from '../../src/json/pointer.js';
import { readReport } from '../../src/report/read.js';
import type { Indicator, Report } from '../../src/report/schema.js';
import { taxonomyOrder } from '../../src/report/taxonomy.js';

/** The five published tables and the layouts that they are printed in. */
const seeds = {
  'guangzhou-2023': 'guangzhou/project-2023',
  'guangzhou-2025': 'guangzhou/project-2025',
  'tianjin-2023': 'tianjin/project-2023',
  'nansha-2024': 'nansha/department-2024',
  'shanghai-2024': 'shanghai/project-2024',
} as const;
type Seed = keyof typeof seeds;

/** The defects that a reader found in these published tables, each by its rule and its place. */
const known: readonly (readonly [defect: string, seed: Seed, code: string, pointer: string])[] = [
  ['100百分比', 'tianjin-2023', 'unit-not-unit', '/units/1/projects/0/indicators/1/annualTarget/unit'],
  ['≥90科技馆正常运转率', 'tianjin-2023', 'unit-not-unit', '/units/1/projects/0/indicators/4/annualTarget/unit'],
  ['≥100.00(%)', 'shanghai-2024', 'percent-limit', '/units/0/projects/4/indicators/3/annualTarget/value'],
  ['提升科普活动质量', 'tianjin-2023', 'value-repeats-name', '/units/0/projects/1/indicators/13/annualTarget/text'],
  ['参与人数 under 质量', 'tianjin-2023', 'wrong-level', '/units/0/projects/1/indicators/11/level2'],
  ['投资控制率 under 数量', 'guangzhou-2025', 'wrong-level', '/units/0/projects/0/indicators/0/level2'],
  ['应急响应时间 under 满意度', 'guangzhou-2023', 'timeliness-without-time', '/units/0/projects/2/indicators/4/name'],
  ['a lone （2）', 'shanghai-2024', 'numbering', '/units/0/projects/4/goals/0/text'],
  ['视频数量视频数量', 'guangzhou-2023', 'repeated-word', '/units/0/projects/1/indicators/7/annualTarget/text'],
  ['。。', 'shanghai-2024', 'doubled-mark', '/units/0/projects/1/goals/0/text'],
  ['”全国科普日“', 'shanghai-2024', 'quote-pairs', '/units/0/projects/0/goals/0/text'],
  ['(2022) for 〔2022〕', 'guangzhou-2023', 'document-number', '/units/0/projects/4/transferDocument'],
  ['a stop behind a value', 'guangzhou-2025', 'stray-stop', '/units/0/projects/5/indicators/0/wholeTarget/text'],
  ['R-04 no 满意度', 'guangzhou-2025', 'satisfaction-missing', '/units/0/projects/0/indicators'],
  [
    'R-46 大于20家, ≥20家',
    'nansha-2024',
    'goal-number-mismatch',
    '/department/overall/indicators/36/annualTarget/sign',
  ],
  [
    'R-46 小于100%, ≤100%',
    'nansha-2024',
    'goal-number-mismatch',
    '/department/overall/indicators/28/annualTarget/sign',
  ],
];

function asPublished(seed: Seed): Report {
  const { accepted: _, ...report } = JSON.parse(readFileSync(`data/${seed}.json`, 'utf8')) as Report;
  return report;
}

function found(report: Report, seed: Seed) {
  const layout = JSON.parse(readFileSync(`templates/${seeds[seed]}/layout.json`, 'utf8')) as Expectations;
  const bytes = Buffer.from(JSON.stringify(report, undefined, 2));
  return checkReport(readReport(bytes, `${seed}.json`), [layout]).findings.map(({ problem }) => problem);
}

describe.each(Object.keys(seeds) as Seed[])('%s', (seed) => {
  it('has these findings as it was published', () => {
    const lines = found(asPublished(seed), seed).map(
      ({ severity, code, place, message }) => `${severity} ${code} ${place?.pointer}\n  ${message.zh}\n`,
    );
    const golden = `test/cases/seeds/${seed}.txt`;
    if (process.env.GOLDEN === '1') writeFileSync(golden, lines.join(''));
    expect(lines.join('')).toBe(readFileSync(golden, 'utf8'));
  });

  it('is clean when they are mended', () => {
    const { patch, sorted } = JSON.parse(readFileSync(`test/cases/seeds/${seed}.json`, 'utf8')) as {
      patch: Patch;
      sorted: readonly string[];
    };
    const mended = patched(patch, asPublished(seed));
    for (const pointer of sorted) sortIndicators(mended, pointer);
    const left = found(mended, seed).filter(({ severity }) => severity !== 'hint');
    expect(left.map(({ code, place, message }) => `${code} ${place?.pointer} ${message.zh}`)).toEqual([]);
  });

  it('is published with its errors accepted, each with a reason', () => {
    const report = JSON.parse(readFileSync(`data/${seed}.json`, 'utf8')) as Report;
    expect(found(report, seed).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found(report, seed).filter(({ code }) => code === 'acceptance-unused')).toEqual([]);
  });
});

it.each(known)('finds %s', (_, seed, code, pointer) => {
  const places = found(asPublished(seed), seed).filter((problem) => problem.code === code);
  expect(places.map(({ place }) => place?.pointer)).toContain(pointer);
});

function sortIndicators(report: Report, pointer: string): void {
  let list: unknown = report;
  for (const step of pathOf(pointer)) list = (list as Record<string, unknown>)[step];
  const place = ({ group = 0, level1, level2 }: Indicator): number =>
    group * 10_000 + taxonomyOrder(level1, 1) * 100 + taxonomyOrder(level2 ?? '', 2);
  (list as Indicator[]).sort((left, right) => place(left) - place(right));
}
