import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { jibiao } from '../command.js';

const sample = 'data/shanghai-2024.json';

it.each([
  ['check', 'check/report.hbs', '核对报告', [sample]],
  ['diff', 'revision/table.hbs', '修订对照表', ['data/tianjin-2023.json', sample]],
  ['summary', 'summary/columns.hbs', '摘要', [sample]],
])('%s: prints a template of one’s own, and says where it is wrong', (command, file, name, reports) => {
  const run = (text?: string) => {
    const own = mkdtempSync(join(tmpdir(), 'jibiao-templates-'));
    if (text !== undefined) {
      mkdirSync(join(own, dirname(file)));
      writeFileSync(join(own, file), text);
    }
    const out = join(own, 'out');
    const { status, stderr } = jibiao(command, ...reports, '--templates', own, '--to', 'html', '--out', out);
    return { status, stderr, page: join(out, 'shanghai-2024', `shanghai-2024-${name}.html`) };
  };
  const title = command === 'summary' ? 'title.zh' : 'title';
  const good = run(`<h1>本局自印：{{${title}}}</h1>`);
  expect(good.status).toBe(0);
  expect(readFileSync(good.page, 'utf8')).toContain('本局自印：');
  const wrong = run(`<h1>{{${title}}}</h1>\n<p>{{nonsuch}}</p>`);
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toContain(`${file}:2`);
  expect(wrong.stderr).toContain('template-unknown-name');
  expect(run().stderr).toContain('templates-missing');
});
