import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownRules } from '../../../src/products/findings/known.js';
import { sarifLog } from '../../../src/products/findings/sarif.js';
import { file, found } from './found.js';

interface Location {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: { readonly startLine: number; readonly startColumn?: number };
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations?: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly suppressions?: readonly { readonly kind: string; readonly status: string; readonly justification: string }[];
}
interface Descriptor {
  readonly id: string;
  readonly shortDescription?: { readonly text: string };
  readonly fullDescription?: { readonly text: string };
  readonly help?: { readonly text: string };
  readonly defaultConfiguration?: { readonly level: string };
}
interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly Descriptor[] } };
    readonly columnKind: string;
    readonly results: readonly Result[];
  }[];
}

const pointer = '/units/0/projects/0/funding/0/amount';
const base = found('error', 14, pointer);
const related = [{ file: '科协/2025.json', line: 20, column: 3, pointer: '/department/funding/0/amount' }];
const files = [
  file([{ ...base, problem: { ...base.problem, related } }, found('warning', 15, ''), found('hint', 16, '')], {
    accepted: [{ ...found('error', 17, pointer), reason: '与批复一致' }],
  }),
  file([{ ...base, problem: { ...base.problem, code: 'cannot-read', place: { file: '/elsewhere/b c.json' } } }]),
];
const log = sarifLog(files, { version: '1.2.3', root: resolve('.'), language: 'zh' }) as Log;
const [run] = log.runs as [Log['runs'][number]];
const levels = ['none', 'note', 'warning', 'error'];

/** What sarif-schema-2.1.0.json requires of a location, and its patterns. */
function expectLocation({ physicalLocation }: Location): void {
  const { artifactLocation, region } = physicalLocation;
  expect(artifactLocation.uri).toMatch(/^[\w\-.~%:/]+$/);
  expect(() => decodeURI(artifactLocation.uri)).not.toThrow();
  if (region) {
    expect(Number.isInteger(region.startLine) && region.startLine >= 1).toBe(true);
    expect(region.startColumn === undefined || region.startColumn >= 1).toBe(true);
  }
}

describe('SARIF', () => {
  it('has what the schema requires of a log, its run and its tool', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toMatchObject({ name: 'jibiao', version: '1.2.3' });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(Object.keys(log).sort()).toEqual(['$schema', 'runs', 'version']);
    expect(Object.keys(run).sort()).toEqual(['columnKind', 'language', 'results', 'tool']);
  });

  it('describes every rule once, with its words, and leaves helpUri out', () => {
    const ids = run.tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of knownRules) {
      const descriptor = run.tool.driver.rules.find(({ id }) => id === rule.code);
      expect(descriptor?.shortDescription?.text).toBe(rule.wrong.zh);
      expect(descriptor?.fullDescription?.text).toBe(rule.why.zh);
      expect(descriptor?.help?.text).toContain(rule.mend.zh);
      expect(levels).toContain(descriptor?.defaultConfiguration?.level);
      expect(descriptor).not.toHaveProperty('helpUri');
    }
  });

  it('gives each result its rule, level, words and places', () => {
    expect(run.results.map(({ level }) => level)).toEqual(['error', 'warning', 'note', 'error', 'error']);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(levels).toContain(result.level);
      expect(result.message.text).not.toBe('');
      for (const location of [...(result.locations ?? []), ...(result.relatedLocations ?? [])])
        expectLocation(location);
    }
    expect(run.results[0]?.locations?.[0]).toMatchObject({
      physicalLocation: {
        artifactLocation: { uri: '%E7%A7%91%E5%8D%8F/2025.json' },
        region: { startLine: 14, startColumn: 9 },
      },
      logicalLocations: [{ fullyQualifiedName: pointer }],
    });
    expect(run.results[0]?.relatedLocations?.[0]).toMatchObject({ id: 0 });
  });

  it('names a file outside the root by a whole URI, without a region where no line is known', () => {
    const [location] = run.results.at(-1)?.locations ?? [];
    expect(location?.physicalLocation).toEqual({ artifactLocation: { uri: 'file:///elsewhere/b%20c.json' } });
  });

  it('suppresses what the report accepts, with its reason', () => {
    const suppressed = run.results.filter(({ suppressions }) => suppressions);
    expect(suppressed.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: '与批复一致' }],
    ]);
  });
});
