import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findLayouts } from '../../src/layouts/find.js';
import { helpersNotRead } from '../../src/reading/readable.js';
import { shippedLayouts } from '../shippedLayouts.js';

it('reads what the helpers of every shipped layout print, but for notices in prose', () => {
  const notRead = shippedLayouts.layouts.flatMap((layout) =>
    helpersNotRead(layout).map((name) => [layout.manifest.id, name]),
  );
  expect(notRead).toEqual([['tongxin/notice-2023', 'target']]);
});

it('names the helpers of a layout whose texts no reader understands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-write-only-'));
  cpSync('templates/partials', join(folder, 'partials'), { recursive: true });
  const own = join(folder, 'own', 'project');
  mkdirSync(own, { recursive: true });
  for (const file of ['layout.json', 'look.css', 'template.hbs'])
    writeFileSync(
      join(own, file),
      readFileSync(join('templates/generic/project', file), 'utf8').replace('generic/project', 'own/project'),
    );
  const template = join(own, 'template.hbs');
  const printing = `${readFileSync(template, 'utf8')}<p>{{count units}}：{{amount department "total" "year"}}</p>\n`;
  writeFileSync(template, printing);
  const [layout] = findLayouts([folder]).layouts;
  if (!layout) throw new Error('no layout');
  expect(helpersNotRead(layout)).toEqual(['count']);
});
