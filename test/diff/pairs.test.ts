import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diffText } from '../../src/cli/diffText.js';
import { diffReports } from '../../src/diff/diff.js';
import { summaryOf } from '../../src/diff/summary.js';
import { edited, seed } from './edits.js';
import { pairs } from './pairs.js';

it.each(pairs)('$name is told as test/cases/diff has it', ({ name, seed: from, edit }) => {
  const before = seed(from);
  const after = edited(before, edit);
  const changes = diffReports(before, after);
  const summary = summaryOf(changes, before, after);
  const told = diffText(
    { changes: changes.map((change) => ({ change })), summary, after: { report: after } },
    'zh',
    false,
  );
  const golden = `test/cases/diff/${name}.txt`;
  if (process.env.GOLDEN === '1') {
    mkdirSync('test/cases/diff', { recursive: true });
    writeFileSync(golden, `${told}\n`);
  }
  expect(existsSync(golden) ? readFileSync(golden, 'utf8') : '').toBe(`${told}\n`);
});
