import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Patch, patchedAll } from '../../src/desk/patch.js';
import { patchedText } from '../../src/desk/textPatch.js';
import { TakenOut } from '../../src/json/taken.js';
import { runs } from '../runs.js';

const text = `{
    "name": "a\\u4e2d",
    "one": { "sign": "≥", "value": "96" },
    "list": [
        { "a": 1, "b": 2 },
        { "a": 3, "b": 4 }
    ]
}
`;

it('changes only what is changed', () => {
  const one = patchedText(text, [{ op: 'set', path: ['one', 'value'], value: '9"7' }]);
  expect(one).toBe(text.replace('"96"', '"9\\"7"'));
  const more = patchedText(text, [{ op: 'insert', path: ['list', '1'], value: { a: 9 } }]);
  expect(more).toBe(text.replace('"b": 2 },', '"b": 2 },\n        { "a": 9 },'));
  const less = patchedText(text, [{ op: 'remove', path: ['list', '1'] }]);
  expect(less).toBe(text.replace(',\n        { "a": 3, "b": 4 }', ''));
  const field = patchedText(text, [{ op: 'set', path: ['one', 'unit'], value: '个' }]);
  expect(field).toBe(text.replace('"96" }', '"96", "unit": "个" }'));
});

it('writes new records like their neighbours, and makes those that are missing', () => {
  const made = patchedText(text, [{ op: 'set', path: ['period', 'start'], value: '2026-01-01' }]);
  expect(made).toContain('    ],\n    "period": { "start": "2026-01-01" }\n}');
  expect(patchedText('{"a":[]}', [{ op: 'insert', path: ['a', '0'], value: { b: 1 } }])).toBe('{"a":[{ "b": 1 }]}');
  const windows = text.replaceAll('\n', '\r\n');
  expect(patchedText(windows, [{ op: 'insert', path: ['list', '2'], value: { a: 9 } }])).toContain(
    '},\r\n        { "a": 9 }\r\n',
  );
});

it('writes what comes again as it stood before', () => {
  const start = JSON.parse(text);
  const patches: Patch[] = [
    { op: 'set', path: ['name'], value: 'b' },
    { op: 'remove', path: ['list', '0'] },
    { op: 'set', path: ['list', '0'], value: { a: 5 } },
    { op: 'remove', path: ['list', '0'] },
  ];
  const taken = new TakenOut();
  const { inverse } = patchedAll(start, patches);
  const looks = [text, text.replace('{ "a": 1, "b": 2 }', '{\n            "a": 1,\n\n            "b": 2\n        }')];
  for (const look of looks) expect(patchedText(patchedText(look, patches, taken), inverse, taken)).toBe(look);
});

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.record({ text: fc.string(), value: fc.string() }),
  fc.array(fc.record({ name: fc.string() }), { maxLength: 3 }),
);

/** Changes that fit the data as it is when they are made. */
const step = fc.record({ op: fc.constantFrom('set', 'remove', 'insert'), at: fc.nat(50), value });

it('gives the data that the patches give, whatever the text looks like, and can be taken back', () => {
  const looks = fc.constantFrom<number | string | undefined>(undefined, 1, 2, 4, '\t');
  fc.assert(
    fc.property(looks, fc.array(step, { maxLength: 12 }), (look, steps) => {
      const start: unknown = {
        one: 'x',
        list: [{ name: 'a', deep: { in: ['1', '2'] } }, { name: 'b' }],
        empty: [],
        record: {},
      };
      let now = start;
      const patches: Patch[] = [];
      for (const each of steps) {
        const patch = fitting(now, each);
        if (!patch) continue;
        patches.push(patch);
        now = patchedAll(now, [patch]).value;
      }
      const { inverse } = patchedAll(start, patches);
      expect(JSON.parse(patchedText(JSON.stringify(start, undefined, look), patches))).toEqual(now);
      expect(patchedAll(now, inverse).value).toEqual(start);
    }),
    { numRuns: runs(1_000) },
  );
});

function fitting(data: unknown, { op, at, value: put }: { op: string; at: number; value: unknown }): Patch | undefined {
  const all = pathsOf(data, []);
  if (all.length === 0) return undefined;
  const path = all[at % all.length] as string[];
  const owner = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], data);
  if (op === 'insert')
    return Array.isArray(owner)
      ? { op, path, value: put }
      : { op: 'set', path: [...path.slice(0, -1), `new${at}`], value: put };
  return op === 'remove' ? { op, path } : { op: 'set', path, value: put };
}

function pathsOf(data: unknown, path: readonly string[]): string[][] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])]);
}
