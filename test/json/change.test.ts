import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedJson, type Json, type JsonChange, jsonEdits, withTextEdits } from '../../src/json/change.js';
import { runs } from '../runs.js';

const order = (): string[] => ['name', 'unit', 'amount', 'list'];
const text = `{
  "name": "a",
  "amount": "1.00",
  "list": [
    { "name": "x", "amount": "1" },
    { "name": "y" },
    {
      "name": "z",
      "list": ["p", "q"]
    }
  ]
}
`;

function after(...changes: JsonChange[]): string {
  return withTextEdits(text, jsonEdits(text, changes, order));
}

it('changes a value and nothing else', () => {
  expect(after({ type: 'set', pointer: '/list/0/amount', value: '2' })).toBe(text.replace('"1" }', '"2" }'));
  expect(after()).toBe(text);
});

it('puts a field in its place, written as its neighbours are', () => {
  expect(after({ type: 'set', pointer: '/unit', value: '元' })).toBe(
    text.replace('"name": "a",', '"name": "a",\n  "unit": "元",'),
  );
  expect(after({ type: 'set', pointer: '/list/1/amount', value: '3' })).toBe(
    text.replace('{ "name": "y" }', '{ "name": "y", "amount": "3" }'),
  );
  expect(after({ type: 'set', pointer: '/list/1/list', value: [] })).toContain('{ "name": "y", "list": [] }');
});

it('takes fields and members away with their commas', () => {
  expect(after({ type: 'remove', pointer: '/amount' })).toBe(text.replace('\n  "amount": "1.00",', ''));
  expect(after({ type: 'remove', pointer: '/name' })).toBe(text.replace('"name": "a",\n  ', ''));
  expect(after({ type: 'remove', pointer: '/list/0' })).toBe(text.replace('{ "name": "x", "amount": "1" },\n    ', ''));
  expect(after({ type: 'remove', pointer: '/list/2/list/1' })).toBe(text.replace(', "q"', ''));
  const all = after(...[0, 1, 2].map((index): JsonChange => ({ type: 'remove', pointer: `/list/${index}` })));
  expect(all).toContain('"list": []');
});

it('puts a member in, like the one beside it: on one line or on several', () => {
  expect(after({ type: 'insert', list: '/list', after: 0, value: { name: 'n', amount: '9' } })).toBe(
    text.replace('"1" },', '"1" },\n    { "name": "n", "amount": "9" },'),
  );
  expect(after({ type: 'insert', list: '/list', after: 2, value: { name: 'n', list: ['r'] } })).toContain(
    '},\n    {\n      "name": "n",\n      "list": ["r"]\n    }\n  ]',
  );
  expect(after({ type: 'insert', list: '/list', after: -1, value: { name: 'n' } })).toContain(
    '[\n    { "name": "n" },\n    { "name": "x"',
  );
  const one = '{"list":[]}';
  const filled = jsonEdits(one, [{ type: 'insert', list: '/list', after: -1, value: { name: 'n' } }], order);
  expect(withTextEdits(one, filled)).toBe('{"list":[{ "name": "n" }]}');
});

it('moves a member with what is changed in it', () => {
  const moved = after(
    { type: 'move', pointer: '/list/0', after: 1 },
    { type: 'set', pointer: '/list/0/amount', value: '7' },
  );
  expect(moved).toContain('[\n    { "name": "y" },\n    { "name": "x", "amount": "7" },\n    {\n');
});

it('says where a pointer leads nowhere', () => {
  expect(() => after({ type: 'set', pointer: '/list/9/name', value: 'x' })).toThrow('/list/9');
});

it('does to a text what it does to data', () => {
  const member = fc.record({ name: fc.string(), amount: fc.string() });
  const kinds = fc.constantFrom('remove', 'insert', 'set', 'move');
  const steps = fc.array(fc.tuple(kinds, fc.nat(4), fc.integer({ min: -1, max: 4 })), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(member, { minLength: 5, maxLength: 5 }), steps, fc.boolean(), (list, made, isSpread) => {
      const data = { list } as unknown as Json;
      const taken = new Set<number>();
      const changes = made.flatMap(([kind, index, to]): JsonChange[] => {
        if (taken.has(index) || (kind !== 'insert' && taken.add(index) === undefined)) return [];
        if (kind === 'insert')
          return [{ type: 'insert', list: '/list', after: to, value: { name: 'new', amount: '' } }];
        if (kind === 'set') return [{ type: 'set', pointer: `/list/${index}/name`, value: 'set' }];
        if (kind === 'remove') return [{ type: 'remove', pointer: `/list/${index}` }];
        return to === index ? [] : [{ type: 'move', pointer: `/list/${index}`, after: to }];
      });
      const written = isSpread ? JSON.stringify(data, undefined, 2) : JSON.stringify(data);
      const edited = JSON.parse(withTextEdits(written, jsonEdits(written, changes, order))) as Json;
      expect(edited).toEqual(changedJson(data, changes, order));
      const removed = changes.filter(({ type }) => type === 'remove').length;
      const added = changes.filter(({ type }) => type === 'insert').length;
      expect((edited as { list: Json[] }).list).toHaveLength(5 - removed + added);
    }),
    { numRuns: runs(400) },
  );
});
