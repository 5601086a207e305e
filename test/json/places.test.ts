import fc from 'fast-check';
import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/json/places.js';
import { runs } from '../runs.js';

/** Every path of a value, with the steps as an editor's parser takes them. */
function pathsOf(value: unknown, path: JSONPath = []): JSONPath[] {
  const steps: (string | number)[] = Array.isArray(value)
    ? value.map((_, index) => index)
    : Object.keys((value ?? {}) as object);
  const inner = typeof value === 'object' && value !== null ? steps : [];
  return [path, ...inner.flatMap((step) => pathsOf((value as Record<string, unknown>)[step], [...path, step]))];
}

const names = fc.oneof(fc.constantFrom('a/b', '~', '', '名称', '"', '\\', '__proto__', '0'), fc.string());

describe('placesOf', () => {
  it('finds what an editor finds, for any JSON however it is written', () => {
    const anyJson = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, -1.5e-7, 0),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('"', '\\', '\\"', '{"a":[1,2]}', '],['),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(names, tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    const indents = fc.constantFrom(undefined, 1, '\t', '\r\n ');
    fc.assert(
      fc.property(anyJson, indents, fc.infiniteStream(fc.boolean()), (value, indent, taken) => {
        const text = JSON.stringify(value, null, indent as string);
        const parsed: unknown = JSON.parse(text);
        const wanted = pathsOf(parsed).filter(() => taken.next().value as boolean);
        const places = placesOf(
          wanted.map((path) => path.map(String)),
          text,
        );
        const root = parseTree(text) as Node;
        for (const path of wanted) {
          const node = findNodeAtLocation(root, path) as Node;
          const property = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
          const key = (property ?? node).offset;
          const isOpen = node.type === 'object' || node.type === 'array';
          const raw = isOpen ? '' : text.slice(node.offset, node.offset + node.length);
          expect(places.at(path.map(String))).toEqual({ value: node.offset, key, raw });
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('gives the last of a key that is written twice, whose value JSON keeps', () => {
    const places = placesOf([['year']], '{"year": 2024, "year": 2025}');
    expect(places.at(['year'])).toEqual({ value: 23, key: 15, raw: '2025' });
  });

  it('finds nothing where the text has nothing', () => {
    expect(placesOf([['units', '0', 'name'], ['nothing']], '{"units": []}').at(['nothing'])).toBeUndefined();
  });
});
