import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formats } from '../../src/formats/formats.js';
import { jibiao } from '../command.js';

const sample = 'data/shanghai-2024.json';
const noPdf = '注意 --pdfa 1b 不起作用：它只用于 pdf，';
const noDocx = '注意 --docx-fonts editable 不起作用：它只用于 docx，';

/** The warnings of a command that succeeds, in lines. */
function told(...words: readonly string[]): string[] {
  const { status, stderr } = jibiao(...words, '--out', mkdtempSync(join(tmpdir(), 'jibiao-effect-')));
  expect(status, stderr).toBe(0);
  const lines = stderr.split('\n').filter((line) => line.includes('[option-without-effect]'));
  return lines.map((line) => line.replace(' [option-without-effect]', ''));
}

it.each<[readonly string[], readonly string[]]>([
  [['build', sample, '--to', 'docx', '--pdfa', '1b'], [`${noPdf}要的是 docx`]],
  [
    ['build', sample, '--to', 'html,csv', '--docx-fonts', 'editable', '--no-source', '--pdfa', '1b'],
    [
      `${noDocx}要的是 html、csv`,
      `${noPdf}要的是 html、csv`,
      '注意 --no-source 不起作用：它只用于 pdf、ofd，要的是 html、csv',
    ],
  ],
  [['appendix', sample, '--to', 'html', '--pdfa', '1b'], [`${noPdf}要的是 html`]],
  [['summary', sample, '--to', 'docx', '--pdfa', '1b'], [`${noPdf}要的是 docx`]],
  [['check', sample, '--to', 'html', '--docx-fonts', 'editable'], [`${noDocx}要的是 html`]],
  [['check', sample, '--pdfa', '1b'], [`${noPdf}没有用 --to 要文件`]],
  [['diff', sample, sample, '--docx-fonts', 'editable'], [`${noDocx}没有用 --to 要文件`]],
  [
    ['build', sample, '--to', 'docx', '--pdfa', '1b', '--lang', 'en'],
    ['warning --pdfa 1b has no effect: it is for pdf; asked for: docx'],
  ],
  [
    ['diff', sample, sample, '--pdfa', '1b', '--lang', 'en'],
    ['warning --pdfa 1b has no effect: it is for pdf; asked for: no file'],
  ],
])('says that an option has no effect: %j', (words, lines) => {
  expect(told(...words)).toEqual(lines);
});

it.each<readonly string[]>([
  ['build', sample, '--to', 'pdf,docx', '--pdfa', '1b', '--docx-fonts', 'native', '--no-source'],
  ['build', sample, '--to', 'csv', '--pdfa', 'auto', '--docx-fonts', 'used', '--source'],
  ['build', sample, '--to', 'docx', '--pdfa', '1b', '--quiet'],
])('says nothing of %s %s %s %s %s', (...words) => {
  expect(told(...words)).toEqual([]);
});

it('each option that a format takes is one of the command line', () => {
  const { stdout } = jibiao('build', '--help');
  const options = new Set(formats.flatMap(({ takes }) => [...takes]));
  expect(options.size).toBe(3);
  for (const option of options) expect(stdout).toContain(`--${option}`);
});
