import { cellOf, tableOf } from '../check/cells.js';
import { exampleReport, patched } from '../check/example.js';
import type { Patch, Rule } from '../check/rule.js';
import { nearestHint } from '../json/nearest.js';
import { pathOf } from '../json/pointer.js';
import { fault, Problems } from '../problem.js';
import { exampleFinding, type KnownRule, knownRules, rulesNamed } from '../products/findings/known.js';
import type { CheckOptions } from './options.js';
import { tableText } from './print.js';
import type { Words } from './words.js';

/** Explains a rule, or lists all rules. Throws Problems `rule-unknown`. */
export function explainRules({ explain, json }: Pick<CheckOptions, 'explain' | 'json'>, text: Words): void {
  const isAll = explain === undefined || explain.trim().toLowerCase() === 'all';
  const wanted = isAll ? knownRules : rulesWanted(explain);
  const data = () => JSON.stringify({ rules: wanted.map((rule) => ruleData(rule, text)) }, undefined, 2);
  const explained = () => wanted.map((rule) => ruleText(rule, text)).join('\n\n\n');
  process.stdout.write(`${json ? data() : isAll ? rulesText(text) : explained()}\n`);
}

function rulesWanted(name: string): KnownRule[] {
  const found = rulesNamed(name);
  if (found.length > 0) return found;
  const message = { zh: `没有规则 ${name}`, en: `there is no rule ${name}` };
  const isNumber = /^r?[-_ ]?\d+$/i.test(name);
  const near = nearestHint(
    name,
    knownRules.map(({ code, number }) => (isNumber ? number : code)),
  );
  const hint = {
    zh: `全部规则见 jibiao check --rules；${near.zh}`,
    en: `jibiao check --rules lists all rules; ${near.en}`,
  };
  throw new Problems([fault('rule-unknown', message, undefined, hint)]);
}

function rulesText({ check, severity, language }: Words): string {
  const rows = knownRules.map((rule) => [rule.number, rule.code, severity[rule.severity], rule.title[language]]);
  return tableText(check.ruleColumns, rows);
}

function ruleText(rule: KnownRule, text: Words): string {
  const { language, severity } = text;
  const { explained } = text.check;
  return [
    `${rule.number} ${rule.code}  ${severity[rule.severity]}\n${rule.title[language]}`,
    paragraph(explained.looksAt, rule.looksAt[language]),
    paragraph(explained.why, rule.why[language]),
    paragraph(explained.source, rule.source[language]),
    paragraph(explained.mend, rule.mend[language]),
    ...('find' in rule ? exampleTexts(rule, text) : [explained.across]),
    paragraph(explained.accept, `"accepted": [${JSON.stringify(acceptanceOf(rule, text))}]`),
  ].join('\n\n');
}

function paragraph(head: string, words: string): string {
  return `${head}\n  ${words}`;
}

function acceptanceOf(rule: KnownRule, { check: { explained } }: Words) {
  const at = 'find' in rule ? exampleFinding(rule).problem.place?.pointer : undefined;
  return { code: rule.code, at: at ?? explained.acceptAt, reason: explained.acceptReason };
}

function exampleTexts(rule: Rule, text: Words): string[] {
  const { language, severity } = text;
  const { explained } = text.check;
  const { problem } = exampleFinding(rule);
  const colon = language === 'zh' ? '：' : ': ';
  const found = `→ ${severity[problem.severity]}${colon}${problem.message[language]}`;
  return [
    paragraph(explained.fails, [...patchLines(rule.fails, text), found].join('\n  ')),
    paragraph(explained.passes, patchLines(rule.passes, text).join('\n  ')),
  ];
}

/** The changes to the example report, one a line: 把部门·…改为 "121.00"（/department/…）. */
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
  const report = Object.keys(patch).length > 0 ? patched(patch) : exampleReport;
  const path = pathOf(pointer);
  const words = [tableOf(report, path)[language], cellOf(report, path)[language]].filter(Boolean);
  return language === 'zh' ? `${words.join('·')}（${pointer}）` : `${words.join(' · ')} (${pointer})`;
}

function ruleData(rule: KnownRule, { language }: Words) {
  const { code, number, severity, title, why, source, looksAt, mend } = rule;
  const words = { title, looksAt, why, source, mend };
  const explained = Object.entries(words).map(([name, said]) => [name, said[language]] as const);
  const examples = 'find' in rule && { fails: rule.fails, passes: rule.passes };
  return { code, number, severity, ...Object.fromEntries(explained), ...examples };
}
