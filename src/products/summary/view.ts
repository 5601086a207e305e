import { englishDate } from '../../english/dates.js';
import { englishTarget } from '../../english/target.js';
import type { Termbase } from '../../english/termbase.js';
import type { Translation } from '../../english/translate.js';
import { amountOf } from '../../report/amounts.js';
import { publishedOf } from '../../report/published.js';
import type { Goal, Indicator, Report } from '../../report/schema.js';
import { composeTarget, mainTarget } from '../../report/target.js';
import { withoutBriefed } from './briefs.js';
import { chartNote } from './chartSpec.js';
import { chartsOf, type Languages, type SummaryChart } from './charts.js';
import { withMarks } from './composed.js';
import { figuresOf } from './figures.js';
import { capital, englishLevel } from './levels.js';
import { composedTexts, missingTexts } from './missingTexts.js';
import { amountPair, moneyOf, type Pair, pairOf } from './pair.js';
import { chiefOf, projectsOf } from './published.js';
import type { ChartView, IndicatorView, OwnerView, ProjectView, SummaryView } from './vocabulary.js';
import { words } from './words.js';

/** The view of a translated report. */
export function viewOf(translation: Translation, languages: Languages): { view: SummaryView; charts: SummaryChart[] } {
  const { terms, texts, missing, composed } = translation;
  const report = publishedOf(withMarks(translation));
  const charts = chartsOf(report, terms);
  const projects = projectViews(report, terms);
  const view: SummaryView = {
    zh: languages !== 'en',
    en: languages !== 'zh',
    both: languages === 'zh-en',
    words,
    title: words.title,
    department: pairOf(report.department.name, report.department.nameEn),
    year: { zh: `${report.year}年度`, en: `fiscal year ${report.year}` },
    date: dateOf(report.date),
    figures: figuresOf(report, terms),
    charts: charts.map((chart) => chartView(chart, languages)),
    overall: overallOf(report, terms),
    projects,
    briefs: projects.some(({ brief }) => brief),
    indicators: projects.some(({ indicators }) => indicators.length > 0),
    missing: languages === 'zh' ? [] : missingTexts(translation.report, withoutBriefed(missing, texts)),
    composed: languages === 'zh' ? [] : composedTexts(translation.report, composed),
  };
  return { view, charts };
}

function projectViews(report: Report, terms: Termbase): ProjectView[] {
  const money = moneyOf(report);
  return projectsOf(report).map(({ project, unit }, index) => {
    const implementing = project.implementingUnit ?? unit.name;
    return {
      number: String(index + 1),
      name: pairOf(project.name, project.nameEn),
      unit: pairOf(implementing, unitEnglish(report, implementing, terms)),
      amount: amountPair(amountOf(project, 'total', 'year'), money),
      ...ownerView(project, terms),
    };
  });
}

/** The English of a unit's name, from the report or the terms. */
function unitEnglish({ department, units }: Report, name: string, terms: Termbase): string | undefined {
  const own = [department, ...units].find((each) => each.name === name)?.nameEn;
  return own ?? terms.english(name, 'department')?.en;
}

function dateOf(date: string | undefined): Pair | undefined {
  if (date === undefined) return undefined;
  const [year, month, day] = date.split('-').map(Number);
  return pairOf(`${year}年${month}月${day}日`, englishDate(date));
}

function chartView(chart: SummaryChart, languages: Languages): ChartView {
  const { name, title, rows, drawn } = chart;
  const listed = (side: 'zh' | 'en'): string =>
    rows.map(({ label, value }) => `${label[side]} ${value[side]}`).join(side === 'zh' ? '，' : ', ');
  const alt = {
    zh: `${title.zh}：${listed('zh')}`,
    en: `${title.en}: ${listed('en')}`,
  };
  const note = chartNote(chart);
  return { src: drawn ? `chart:${name}` : undefined, alt: languages === 'en' ? alt.en : alt.zh, title, note, rows };
}

interface Owner {
  readonly goals?: readonly Goal[];
  readonly indicators?: readonly Indicator[];
}

function overallOf(report: Report, terms: Termbase): SummaryView['overall'] {
  const { overall } = report.department;
  if (!overall) return undefined;
  const tasks = (overall.tasks ?? []).map((task) => ({
    name: pairOf(task.name, task.nameEn),
    amount: amountPair(amountOf(task, 'total', 'year'), moneyOf(report)),
  }));
  const view = { ...ownerView(overall, terms), tasks };
  return [view.goals, view.indicators, tasks].some((list) => list.length > 0) ? view : undefined;
}

function ownerView({ goals = [], indicators = [] }: Owner, terms: Termbase): OwnerView {
  // The year's goals; those of a plan of several years if there are none.
  const annual = goals.filter(({ period }) => period === 'year');
  const shown = annual.length > 0 ? annual : goals;
  const chief = chiefOf(indicators);
  return {
    goals: shown.flatMap(goalPairs),
    brief: shown.some((goal) => briefOf(goal) !== undefined),
    indicators: chief.map((indicator, index) => indicatorView(indicator, spanAt(chief, index), terms)),
  };
}

/** The short form of a goal if the report has one, else the whole. */
function goalPairs(goal: Goal): Pair[] {
  const brief = briefOf(goal);
  return brief === undefined ? paragraphPairs(goal.text, goal.textEn) : paragraphPairs(brief, goal.briefEn);
}

function briefOf({ brief }: Goal): string | undefined {
  return brief?.trim() === '' ? undefined : brief;
}

/** Pairs of paragraphs if both languages have equally many, else one pair of the whole texts. */
function paragraphPairs(text: string, english: string | undefined): Pair[] {
  const [zh, en] = [linesOf(text), linesOf(english ?? '')];
  if (zh.length !== en.length) return zh.length === 0 ? [] : [pairOf(zh.join(''), en.join(' '))];
  return zh.map((line, index) => pairOf(line, en[index]));
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function spanAt(list: readonly Indicator[], index: number): number {
  const level = list[index]?.level1;
  if (index > 0 && list[index - 1]?.level1 === level) return 0;
  const end = list.findIndex((each, at) => at > index && each.level1 !== level);
  return (end < 0 ? list.length : end) - index;
}

function indicatorView(indicator: Indicator, span: number, terms: Termbase): IndicatorView {
  const { level1, name, nameEn } = indicator;
  const target = mainTarget(indicator);
  const level = englishLevel(level1, 1, terms);
  return {
    level1: { ...level, en: capital(level.en) },
    span,
    name: pairOf(name, nameEn),
    target: target ? pairOf(composeTarget(target), cellText(englishTarget(target, indicator, terms))) : dash,
  };
}

const dash: Pair = { zh: '—', en: '—' };

/** Values begin with a capital, wherever their English comes from: At least 8, On time. */
function cellText(english: string | undefined): string | undefined {
  return english === undefined ? undefined : capital(english);
}
