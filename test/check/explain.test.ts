import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/check.js';
import { patched } from '../../src/check/example.js';
import type { Rule } from '../../src/check/rule.js';
import { rules } from '../../src/check/rules/all.js';
import { explainRules } from '../../src/cli/runExplain.js';
import { words } from '../../src/cli/words.js';
import { exampleFinding } from '../../src/products/findings/known.js';
import { readReport } from '../../src/report/read.js';
import { heldTo } from './cases.js';

/** What `--explain` tells of a rule is what the check finds on the layout's own page. */

function findings(patch: Rule['fails'], rule: Rule) {
  const read = readReport(Buffer.from(JSON.stringify(patched(patch))), 'example.json');
  const { expectations, pages } = heldTo(read.report, rule);
  const all = checkReport(read, expectations, pages).findings.map(({ problem }) => problem);
  return all.filter(({ code }) => code === rule.code);
}

function explained(rule: Rule, language: 'zh' | 'en'): string {
  const write = process.stdout.write;
  let told = '';
  process.stdout.write = (text) => {
    told += String(text);
    return true;
  };
  try {
    explainRules({ explain: rule.code, json: false }, words(language));
  } finally {
    process.stdout.write = write;
  }
  return told;
}

describe.each(rules.map((rule) => [`${rule.number} ${rule.code}`, rule] as const))('--explain %s', (_, rule) => {
  const example = exampleFinding(rule).problem;
  const wrong = findings(rule.fails, rule);

  it('tells a wrong example with what is found there, and a right one with nothing', () => {
    const found = wrong.map(({ message, severity, place }) => ({
      message,
      severity,
      at: place?.pointer,
    }));
    const { message, severity } = example;
    expect(found).toContainEqual({ message, severity, at: example.place?.pointer });
    expect(findings(rule.passes, rule).filter((problem) => problem.severity !== 'hint')).toEqual([]);
  });

  it.each(['zh', 'en'] as const)('in %s: with both examples, and an acceptance of the finding', (language) => {
    const text = explained(rule, language);
    const said = words(language).check.explained;
    expect(text).toContain(`${rule.number} ${rule.code}`);
    expect(text).toContain(`→ ${words(language).severity[example.severity]}`);
    expect(text).toContain(example.message[language]);
    for (const head of [said.fails, said.passes, said.looksAt, said.why, said.source, said.mend])
      expect(text).toContain(`${head}\n  `);
    expect(text).toContain(`{"code":"${rule.code}","at":"${example.place?.pointer}"`);
    const accepted = [{ code: rule.code, at: example.place?.pointer, reason: '如此' }];
    const left = findings({ ...rule.fails, '/accepted': accepted }, rule);
    expect(left.length).toBe(wrong.length - 1);
  });
});
