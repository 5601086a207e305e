import { cellOf, tableOf } from '../check/cells.js';
import { exampleReport, patched } from '../check/example.js';
import type { Patch, Rule } from '../check/rule.js';
import { rules } from '../check/rules/all.js';
import { exampleFinding, ruleNamed } from '../findings/explain.js';
import { nearestHint } from '../nearest.js';
import { fault, Problems } from '../problem.js';
import { pathOf } from '../report/pointer.js';
import type { CheckOptions } from './options.js';
import { tableText } from './print.js';
import type { Words } from './words.js';

/** Tells what a rule is about, or which rules there are. Throws Problems `rule-unknown`. */
export function explainRules({ explain, json }: Pick<CheckOptions, 'explain' | 'json'>, text: Words): void {
  const isAll = explain === undefined || explain.trim().toLowerCase() === 'all';
  const wanted = isAll ? rules : [ruleWanted(explain)];
  const [first] = wanted;
  if (json)
    process.stdout.write(`${JSON.stringify({ rules: wanted.map((rule) => ruleData(rule, text)) }, undefined, 2)}\n`);
  else process.stdout.write(`${isAll || !first ? rulesText(text) : ruleText(first, text)}\n`);
}

function ruleWanted(name: string): Rule {
  const rule = ruleNamed(name);
  if (rule) return rule;
  const message = { zh: `没有规则 ${name}`, en: `there is no rule ${name}` };
  const near = nearestHint(name, /^r/i.test(name) && /\d/.test(name) ? rules.map(({ number }) => number) : codes());
  const hint = {
    zh: `全部规则见 jibiao check --rules；${near.zh}`,
    en: `jibiao check --rules lists all rules; ${near.en}`,
  };
  throw new Problems([fault('rule-unknown', message, undefined, hint)]);
}

function codes(): string[] {
  return rules.map(({ code }) => code);
}

function rulesText({ check, severity, language }: Words): string {
  const rows = rules.map((rule) => [rule.number, rule.code, severity[rule.severity], rule.title[language]]);
  return tableText(check.ruleColumns, rows);
}

function ruleText(rule: Rule, text: Words): string {
  const { language, severity } = text;
  const { explained } = text.check;
  const { problem } = exampleFinding(rule);
  const at = problem.place?.pointer ?? '';
  const acceptance = { code: rule.code, at, reason: explained.acceptReason };
  const paragraph = (head: string, words: string): string => `${head}\n  ${words}`;
  const found = `${severity[problem.severity]}：${problem.message[language]}`;
  return [
    `${rule.number} ${rule.code}  ${severity[rule.severity]}\n${rule.title[language]}`,
    paragraph(explained.looksAt, rule.looksAt[language]),
    paragraph(explained.why, rule.why[language]),
    paragraph(explained.source, rule.source[language]),
    paragraph(explained.mend, rule.mend[language]),
    paragraph(explained.fails, [...patchLines(rule.fails, text), `→ ${found}`].join('\n  ')),
    paragraph(explained.passes, patchLines(rule.passes, text).join('\n  ')),
    paragraph(explained.accept, `"accepted": [${JSON.stringify(acceptance)}]`),
  ].join('\n\n');
}

/** The changes of the example report, one a line: 把部门·…改为 "121.00"（/department/…）. */
function patchLines(patch: Patch, { check: { explained }, language }: Words): string[] {
  const lines = Object.entries(patch).map(([pointer, value]) => {
    const data = JSON.stringify(value);
    if (pointer.endsWith('/-')) return explained.added(whereOf(patch, pointer.slice(0, -2), language), data);
    const where = whereOf(value === null ? {} : patch, pointer, language);
    return value === null ? explained.removed(where) : explained.changed(where, data);
  });
  return lines.length > 0 ? lines : [explained.asIs];
}

function whereOf(patch: Patch, pointer: string, language: 'zh' | 'en'): string {
  if (language === 'en') return pointer;
  const report = Object.keys(patch).length > 0 ? patched(patch) : exampleReport;
  const path = pathOf(pointer);
  const words = [tableOf(report, path).zh, cellOf(report, path)].filter(Boolean).join('·');
  return `${words}（${pointer}）`;
}

function ruleData(rule: Rule, { language }: Words) {
  const { code, number, severity, title, why, source, looksAt, mend, fails, passes } = rule;
  const words = { title, looksAt, why, source, mend };
  const told = Object.entries(words).map(([name, said]) => [name, said[language]] as const);
  return { code, number, severity, ...Object.fromEntries(told), fails, passes };
}
