import type { Path } from '../../json/pointer.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { privateData } from '../text/privateData.js';
import { foundIn, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';

export const personalData: Rule = {
  code: 'personal-data',
  number: 'R-41',
  severity: 'error',
  title: { zh: '公开稿不含个人信息', en: 'the public copy holds no personal data' },
  wrong: { zh: '公开稿含个人信息', en: 'the public copy holds personal data' },
  why: {
    zh: '手机号码、身份证号、银行卡号一经公开难以收回；政府网站监测把隐私泄露单独计数。',
    en: 'Phone, identity and card numbers cannot be called back; monitoring of government sites counts them apart.',
  },
  source: {
    zh: '《个人信息保护法》第四条、《政府信息公开条例》第十五条',
    en: 'Personal Information Protection Law art. 4; Regulations on Open Government Information art. 15',
  },
  mend: {
    zh: '从公开的文字里删去；填报人、电话写在 signoff 里，不印出',
    en: 'delete it; who prepared the report goes into signoff, which is not printed',
  },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/notes': ['填表联系电话：13812345678'] },
  passes: { '/notes': ['项目编码 13812345678901234567，咨询 12345 热线，预算 13812345678 元。'] },
  *find(subject: Subject): Generator<Found> {
    const { texts, report } = subject;
    yield* foundIn(texts, (text) => slips(text, report.year), { traits: trait.digit | trait.person });
    yield* printedMobiles(subject);
  },
};

const phones = ['headPhone', 'personPhone', 'managerPhone', 'head', 'person', 'manager'] as const;
const mobile = /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/;

/** A form may print whom to ask: the number of an office will do, not of a person. */
function* printedMobiles({ report, projects, pages }: Subject): Generator<Found> {
  const cells = projects.flatMap(({ path, project }) =>
    project.publish === false
      ? []
      : phones.map((field) => ({ path: [...path, 'contacts', field], phone: project.contacts?.[field] })),
  );
  for (const field of signed) cells.push({ path: ['signoff', field], phone: report.signoff?.[field] });
  for (const { path, phone } of cells) {
    const [found] = mobile.exec(phone ?? '') ?? [];
    // Of no form that is known nobody can tell what it prints.
    const isKnown = found !== undefined && isPrinted(path, pages);
    if (found === undefined || (!isKnown && report.layout !== undefined)) continue;
    const start = found.trim().slice(0, 3);
    yield {
      path,
      severity: 'hint',
      message: isKnown
        ? {
            zh: `本地区表样印出联系电话，这里是个人手机号 ${start}****，宜写办公电话`,
            en: `the form prints this number, which is a person’s mobile (${start}****): write that of the office`,
          }
        : {
            zh: `这里是个人手机号 ${start}****，表样印出联系电话的，宜写办公电话`,
            en: `a person’s mobile (${start}****): where the form prints it, write that of the office`,
          },
    };
  }
}

const signed = ['phone', 'preparedBy', 'handledBy', 'head'] as const;

function isPrinted(path: Path, pages: Subject['pages']): boolean {
  const isWithin = (whole: Path): boolean => whole.every((step, at) => path[at] === step);
  return pages.some(
    ({ table, unprinted }) =>
      (path[0] === 'signoff' || table === 'project') && !unprinted.some((each) => isWithin(each.path)),
  );
}

function* slips(text: string, year: number): Generator<Slip> {
  for (const { start, end, zh, en, masked, severity } of privateData(text, year)) {
    yield { start, end, zh: `${zh} ${masked}`, en: `${en}, ${masked}`, severity, secret: true };
  }
}
