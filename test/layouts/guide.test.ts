import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fillLayout, stripPlaces } from '../../src/layouts/fill.js';
import { helpers } from '../../src/layouts/helpers/table.js';
import { Manifest } from '../../src/layouts/manifest.js';
import { properties } from '../../src/markup/properties.js';
import { elementNames } from '../../src/markup/subset.js';
import { FindingsView } from '../../src/products/findings/vocabulary.js';
import { RevisionView } from '../../src/products/revision/vocabulary.js';
import { mostDecimals } from '../../src/report/moneyPrint.js';
import { readReport } from '../../src/report/read.js';
import { layoutOf } from './make.js';

const guide = readFileSync('docs/layout-guide.md', 'utf8');
const { report } = readReport(Buffer.from(/```json\n(.*?)```/s.exec(guide)?.[1] ?? ''), 'layout-guide.md');

/** The rows of helpers: name, example, what comes out. No example has a vertical bar. */
const examples = [...guide.matchAll(/^\| `(\w+)` \| [^|]+ \| `(\{\{.+\}\})` \| `(.*)` \|$/gm)].map(
  ([, name, example, result]) => [name, example, result] as [string, string, string],
);

it('has every helper, and no other', () => {
  expect([...new Set(examples.map(([name]) => name))].sort()).toEqual([...helpers.keys()].sort());
});

it.each(examples)('%s: what its example says comes out of %s', (name, example, result) => {
  const template = `{{#each (projects)}}${example}{{/each}}`;
  const filled = fillLayout(layoutOf(template, {}, { requiredLevel2: ['数量指标', '质量指标'] }), report);
  expect(stripPlaces(filled.markup)).toBe(result);
  expect(example).toMatch(new RegExp(`[({ ]${name}[ )}]`));
});

/** Each field of the manifest with those inside it, and whether it must be written. */
function* fieldsOf(schema: Schema, before = ''): Generator<[string, Schema, boolean]> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield [before + name, field, schema.required?.includes(name) ?? false];
    yield* fieldsOf(field, `${before}${name}.`);
  }
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
}

const fields = [...fieldsOf(Manifest as Schema)];
const rows = [...guide.matchAll(/^\| `([\w.]+)` \| ([是否]) \| (.+) \|$/gm)];

it('has every field of a manifest, whether it must be written, and each word it may have', () => {
  expect(rows.map(([, name, must]) => [name, must]).sort()).toEqual(
    fields.map(([name, , must]) => [name, must ? '是' : '否']).sort(),
  );
  const told = new Map(rows.map(([, name, , words]) => [name, words]));
  for (const [name, field] of fields) {
    for (const word of field.enum ?? []) expect(told.get(name), name).toContain(`\`${word}\``);
  }
  expect(told.get('decimals')).toContain(`0 到 ${mostDecimals}`);
});

it.each([
  ['核对报告', FindingsView],
  ['修订对照表', RevisionView],
])('has every name of the template of a %s', (product, schema) => {
  const row = guide.split('\n').find((line) => line.startsWith(`| ${product} |`)) ?? '';
  const told = [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect([...new Set(told)].sort()).toEqual([...new Set(namesOf(schema as Schema))].sort());
});

function namesOf({ properties = {}, items }: Schema): string[] {
  const inside = Object.entries(properties).flatMap(([name, field]) => [name, ...namesOf(field)]);
  return [...inside, ...(items ? namesOf(items) : [])];
}

it('has every element and every property of the subset', () => {
  const oneSided = /^(padding|border)-(top|right|bottom|left)$/;
  const names = [...elementNames, ...[...properties.keys()].filter((name) => !oneSided.test(name))];
  const subset = guide.slice(guide.indexOf('## 元素与样式'));
  expect(names.filter((name) => !subset.includes(`\`${name}\``))).toEqual([]);
});

it('is what READMEs point to, and the Chinese one lists every helper', () => {
  const [chinese, english] = ['README.md', 'README.en.md'].map((file) => readFileSync(file, 'utf8')) as [
    string,
    string,
  ];
  expect([...helpers.keys()].filter((name) => !chinese.includes(`\`${name}\``))).toEqual([]);
  for (const text of [chinese, english]) expect(text).toContain('(docs/layout-guide.md)');
});
