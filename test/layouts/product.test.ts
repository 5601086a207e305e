import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TObject } from '@sinclair/typebox';
import { afterAll, expect, it } from 'vitest';
import { findProduct } from '../../src/layouts/find.js';
import { fillProduct } from '../../src/layouts/product.js';
import { products } from '../../src/packaging/products.js';
import { Problems } from '../../src/problem.js';

const home = mkdtempSync(join(tmpdir(), 'jibiao-product-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const files = Object.keys(products).flatMap((product) =>
  readdirSync(join('templates', product)).flatMap((file) => (file.endsWith('.hbs') ? [[product, file] as const] : [])),
);

/** A folder of templates of one's own with these files. */
function folder(own: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(home, 'own-'));
  for (const [path, text] of Object.entries(own)) {
    mkdirSync(join(made, path, '..'), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}

/** The code and the place of each problem that a product's templates have. Problems come before anything is looked up in the view. */
function faults(product: string, folders: readonly string[]): string[][] {
  const [schema, ...names] = products[product] as [TObject, ...string[]];
  return names.map((name) => {
    try {
      fillProduct(findProduct(folders, product, name), schema, {});
      return [];
    } catch (cause) {
      if (!(cause instanceof Problems)) throw cause;
      return cause.problems.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`);
    }
  });
}

it('knows all products of the templates folder', () => {
  const alone = readdirSync('templates').filter(
    (name) => !readdirSync(join('templates', name)).some((file) => !file.includes('.')),
  );
  expect(alone.filter((name) => name !== 'partials')).toEqual(Object.keys(products));
});

it.each(files)(
  '%s/%s: a name that is not there is refused with its place, in a branch that is not taken too',
  (product, file) => {
    const path = `${product}/${file}`;
    const text = readFileSync(join('templates', path), 'utf8');
    const own = folder({
      [path]: `${text}{{#if @root.${product === 'summary' ? 'zh' : 'title'}}}{{else}}{{nonsuch}}{{/if}}`,
    });
    // What does not call it prints nothing of an empty view.
    const found = faults(product, ['templates', own]).flatMap(([first]) =>
      first?.startsWith('template-empty') ? [] : first,
    );
    expect([...new Set(found)]).toEqual([`template-unknown-name ${path}:${text.split('\n').length}`]);
  },
);

it.each(Object.keys(products))(
  '%s: templates that end too early, have helpers or print nothing are refused',
  (product) => {
    const [, ...names] = products[product] as [TObject, ...string[]];
    const broken = (text: string) => {
      const own = folder(Object.fromEntries(names.map((name) => [`${product}/${name}.hbs`, text])));
      return faults(product, ['templates', own]).map(([first]) => first?.split(' ')[0]);
    };
    const all = (code: string) => names.map(() => code);
    expect(broken('<p>甲</p>\n{{#if title}}')).toEqual(all('template-syntax'));
    expect(broken('<p>{{count title}}</p>')).toEqual(all('template-unknown-helper'));
    expect(broken('{{> nonsuch}}')).toEqual(all('template-unknown-partial'));
    expect(broken('<section></section>\n')).toEqual(all('template-empty'));
  },
);

it('takes the templates of a later folder for those of the same name, and its look beside theirs', () => {
  const own = folder({ 'revision/side.hbs': '<td>甲</td>', 'revision/look.css': 'td { padding: 1pt; }' });
  const { template, partials, looks } = findProduct(['templates', own], 'revision', 'table');
  expect(template.text).toBe(readFileSync('templates/revision/table.hbs', 'utf8'));
  expect(partials.get('side')?.text).toBe('<td>甲</td>');
  expect(looks.map(({ file }) => file)).toEqual(['partials/base.css', 'revision/look.css', 'revision/look.css']);
});

it('says which file is missing', () => {
  const bare = folder({ 'check/look.css': '' });
  cpSync('templates/partials', join(bare, 'partials'), { recursive: true });
  expect(faults('check', [bare])).toEqual([['layout-missing check/report.hbs:undefined']]);
});
