import { quoted, valueAt } from '../../json/pointer.js';
import type { Report } from '../../report/schema.js';
import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import type { Found, Rule } from '../rule.js';
import type { OwnerAt, Subject } from '../subject.js';
import { hasFormNumber } from '../text/formNumbers.js';
import { foundIn } from '../text/slip.js';
import { templateTexts } from '../text/templateText.js';
import type { TextKind } from '../texts.js';

/** 请各单位结合实际，从上表中选取指标填写，可自行增减。 */
export const templateText: Rule = {
  code: 'template-text',
  number: 'R-11',
  severity: 'warning',
  title: { zh: '没有留下填表说明', en: 'no instruction of the form is left' },
  wrong: { zh: '留有填表说明', en: 'an instruction of the form is left' },
  why: {
    zh: '“请各单位结合实际填写，可自行增减”是写给填表人的，随表公开说明没有填完。',
    en: 'What a form asks of whoever fills it in says, once published, that nobody finished it.',
  },
  source: {
    zh: '湖北省、湖南省绩效目标申报表表样的填报说明；财预〔2015〕88号 绩效目标应细化量化',
    en: 'notes to the forms of Hubei and Hunan; circular 财预〔2015〕88号: targets are specific',
  },
  mend: { zh: '删去填表说明，写入实际内容', en: 'delete the instruction and write what is meant' },
  looksAt: { zh: '目标、说明、指标值、注和其他文字', en: 'goals, prose, values, notes and other texts' },
  fails: { '/notes': ['请各单位结合实际，从上表中选取指标填写，可自行增减。'] },
  passes: { '/notes': ['请社会各界监督。', '本表资金不含上年结转。'] },
  *find({ texts, owners, report }: Subject): Generator<Found> {
    yield* foundIn(texts, templateTexts, { kinds });
    for (const owner of owners) yield* formNumbers(owner, report);
  },
};

const kinds: ReadonlySet<TextKind> = new Set(['name', 'prose', 'goal', 'indicator', 'value', 'note', 'word']);

/** 指标1： left before the names of a table's indicators is told once. */
function* formNumbers(owner: OwnerAt, report: Report): Generator<Found> {
  const numbered = owner.indicators.flatMap(({ path }) => {
    const name = valueAt(report, [...path, 'name']);
    return typeof name === 'string' && hasFormNumber(name) ? [{ path, name }] : [];
  });
  const [first, ...others] = numbered;
  if (!first) return;
  const count = others.length + 1;
  const name = quoted(first.name);
  yield {
    path: [...first.path, 'name'],
    severity: 'hint',
    ...(others.length > 0 && { related: others.map(({ path }) => [...path, 'name']) }),
    message:
      count === 1
        ? {
            zh: `名称前留着表样的编号：${name}`,
            en: `the number that the form prints stands before the name: ${name}`,
          }
        : {
            zh: `${ownerName(owner)}的 ${count} 个指标名称前留着表样的编号，如 ${name}`,
            en: `the numbers that the form prints stand before ${count} names of ${ownerTitle(owner)}, such as ${name}`,
          },
  };
}
