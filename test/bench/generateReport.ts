import { checkReport } from '../../src/check/check.js';
import type {
  Acceptance,
  FundingLine,
  Goal,
  Indicator,
  Project,
  Report,
  Target,
  Unit,
} from '../../src/report/schema.js';
import { taxonomyOrder } from '../../src/report/taxonomy.js';
import { type Corpus, readCorpus } from './corpus.js';
import { type Random, randomOf } from './random.js';

/** The layouts that generated reports are for, with what each region's form asks. */
const layouts = {
  'generic/project': { region: { name: '通用' }, moneyUnit: '万元', yuan: 10_000, wholePeriod: false },
  'shanghai/project-2024': {
    region: { code: '310000', name: '上海市' },
    moneyUnit: '元',
    yuan: 1,
    wholePeriod: true,
  },
} as const;
export type BenchLayout = keyof typeof layouts;

export interface ReportWish {
  readonly seed: number;
  readonly projects: number;
  readonly layout: BenchLayout;
  /** Where words come from; the five sample reports unless told. */
  readonly corpus?: Corpus;
}

const year = 2024;
const projectsPerUnit = 12;

/**
 * A report of so many projects, each a form of its own, with texts, numbers and amounts varied from the five published
 * samples. Valid for the reader, without warnings, its errors accepted; the same wish gives the same report.
 */
export function generateReport({ seed, projects, layout, corpus = readCorpus() }: ReportWish): Report {
  const random = randomOf(seed);
  const { region, moneyUnit } = layouts[layout];
  const list = Array.from({ length: projects }, (_, index) => projectOf(index, layout, corpus, random));
  const report: Report = {
    year,
    region,
    layout,
    moneyUnit,
    department: { name: `${region.name}科学技术协会` },
    units: inUnits(list, corpus),
  };
  const sound = withoutFaulty(report);
  return { ...sound, accepted: errorsOf(sound) };
}

/** What was put together at random has doubled indicators and published slips: those in error are left out. */
function withoutFaulty(report: Report): Report {
  const faulty = new Set(errorsOf(report).map(({ at }) => at.split('/').slice(0, 7).join('/')));
  const units = report.units.map((unit, u) => ({
    ...unit,
    projects: unit.projects.map((project, p) => {
      const indicators = (project.indicators ?? []).filter(
        (_, i) => !faulty.has(`/units/${u}/projects/${p}/indicators/${i}`),
      );
      return { ...project, indicators };
    }),
  }));
  return { ...report, units };
}

/** What is left is accepted, so that it can be published. */
function errorsOf(report: Report): Acceptance[] {
  const text = JSON.stringify(report);
  const { findings } = checkReport({ report, text, file: 'generated.json', warnings: [] }, []);
  return findings
    .filter(({ problem }) => problem.severity === 'error')
    .map(({ problem }) => ({ code: problem.code, at: problem.place?.pointer ?? '', reason: '随机生成' }));
}

function inUnits(projects: readonly Project[], corpus: Corpus): Unit[] {
  const count = Math.ceil(projects.length / projectsPerUnit);
  return Array.from({ length: count }, (_, index) => ({
    name: `${corpus.unitNames[index % corpus.unitNames.length]}第${index + 1}分中心`,
    projects: projects.slice(index * projectsPerUnit, (index + 1) * projectsPerUnit),
  }));
}

function projectOf(index: number, layout: BenchLayout, corpus: Corpus, random: Random): Project {
  const { wholePeriod, yuan } = layouts[layout];
  return {
    id: `p${index + 1}`,
    name: `${random.pick(corpus.projectNames)}（第${index + 1}项）`,
    kind: random.pick(['特定目标类', '其他运转类']),
    nature: random.pick(['经常性项目', '一次性项目', '其他一次性项目']),
    period: { start: `${year}-0${random.int(1, 6)}-01`, end: `${year}-12-${random.int(15, 31)}` },
    funding: fundingOf(wholePeriod, yuan, random),
    goals: goalsOf(wholePeriod, corpus, random),
    indicators: indicatorsOf(corpus, random),
  };
}

/** Amounts add up: total = fiscal + carryover + other, in hundredths of the report's unit, which is `yuan` 元. */
function fundingOf(wholePeriod: boolean, yuan: number, random: Random): FundingLine[] {
  const money = (amount: number): string => (amount / 100).toFixed(2);
  const fiscal = Math.round(random.int(100_000, 9_000_000) / yuan) * 100;
  const carryover = random.chance(0.3) ? random.int(1, 99_999) : 0;
  const other = random.chance(0.3) ? random.int(1, 99_999) : 0;
  const line = (source: FundingLine['source'], period: FundingLine['period'], amount: number): FundingLine => ({
    source,
    period,
    amount: money(amount),
  });
  const inYear = [
    line('total', 'year', fiscal + carryover + other),
    line('currentYearFiscal', 'year', fiscal),
    line('carryover', 'year', carryover),
    line('other', 'year', other),
  ];
  if (!wholePeriod || random.chance(0.5)) return inYear;
  const total = line('total', 'whole', 3 * (fiscal + other));
  return [total, line('fiscal', 'whole', 3 * fiscal), line('other', 'whole', 3 * other), ...inYear];
}

function goalsOf(wholePeriod: boolean, corpus: Corpus, random: Random): Goal[] {
  const goal = (period: Goal['period'], most: number): Goal => ({ period, text: textOf(most, corpus, random) });
  const yearGoal = goal('year', 12);
  return wholePeriod && random.chance(0.5) ? [goal('whole', 6), yearGoal] : [yearGoal];
}

/** Up to `most` sentences in up to three paragraphs. */
function textOf(most: number, corpus: Corpus, random: Random): string {
  const sentences = Array.from({ length: random.int(2, most) }, () => varied(random.pick(corpus.sentences), random));
  return sentences.reduce((text, sentence) => text + (text !== '' && random.chance(0.15) ? '\n' : '') + sentence, '');
}

function indicatorsOf(corpus: Corpus, random: Random): Indicator[] {
  const picked = Array.from({ length: random.int(5, 15) }, () => random.pick(corpus.indicators));
  return picked
    .toSorted((left, right) => orderOf(left) - orderOf(right))
    .map(({ level1, level2, name, annualTarget }) => ({
      level1,
      ...(level2 !== undefined && { level2 }),
      name: varied(name, random),
      ...(annualTarget !== undefined && { annualTarget: variedTarget(annualTarget, random) }),
    }));
}

function orderOf({ level1, level2 }: Indicator): number {
  return taxonomyOrder(level1, 1) * 100 + taxonomyOrder(level2 ?? '', 2);
}

function variedTarget(target: Target, random: Random): Target {
  if ('text' in target) return { text: varied(target.text, random) };
  return { ...target, value: target.value.replace(/^\d+/, (whole) => sameLength(whole, random)) };
}

/** Other numbers of the same length in a text; years and what carries letters stay as they are. */
function varied(text: string, random: Random): string {
  return text.replace(/(?<![\dA-Za-z.])\d+(?![\dA-Za-z])/g, (number) =>
    /^(19|20)\d\d$/.test(number) ? number : sameLength(number, random),
  );
}

function sameLength(number: string, random: Random): string {
  if (number.length > 9) return number;
  return String(random.int(10 ** (number.length - 1), 10 ** number.length - 1));
}
