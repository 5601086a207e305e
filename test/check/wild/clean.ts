import { readFileSync } from 'node:fs';
import type {
  FundingLine,
  Goal,
  Indicator,
  Overall,
  Project,
  Report,
  Target,
  Task,
  Unit,
} from '../../../src/report/schema.js';
import { type Random, randomOf } from '../../bench/random.js';
import { fairRows, fairSentences } from './fair.js';
import { type Trade, trades, type Work } from './trades.js';

/**
 * Reports that have nothing wrong in them, in the form of a shipped layout: which fields are filled, which levels and periods there
 * are and how money is split is that of the layout's specimen; names, goals, indicators, values, times and amounts are others.
 */

/** A clean report and what its words were made of. */
export interface Clean {
  readonly layout: string;
  readonly report: Report;
  readonly trade: Trade;
  /** The region as bodies' names begin with it. */
  readonly place: string;
}

/** What one project of the specimen becomes. */
interface Subject {
  readonly work: Work;
  readonly counts: readonly [number, number];
  /** Years of the longer period. */
  readonly years: number;
  readonly firstYear: number;
  /** The year's money in 元; 0 where the form has none. */
  readonly money: number;
  /** The last month of the year in which something can be due. */
  readonly lastMonth: number;
  readonly rates: readonly number[];
  readonly satisfied: number;
}

/** The clean report of a layout and seed, of the body of this number; the same for the same. */
export function cleanReport(layout: string, seed: number, body: number = seed): Clean {
  const specimen = JSON.parse(readFileSync(`templates/${layout}/specimen.json`, 'utf8')) as Report;
  const random = randomOf(hash(layout) + seed);
  const trade = random.pick(trades);
  const place = placeOf(specimen.region.name, body);
  const times = random.int(1, 9);
  const department = `${place}${trade.bureau}`;
  const works = shuffled(trade.works, random);
  let next = 0;
  const taken = (): Work => works[next++ % works.length] as Work;
  const units = specimen.units.map((unit, index) => {
    // A form of a department's own shows the department twice.
    const name = unit.name === specimen.department.name ? department : `${place}${trade.units[index % 2] as string}`;
    const projects = unit.projects.map((project) =>
      projectOf(project, { specimen, times, name, department, random, taken, seed }),
    );
    const code = { ...(unit.code !== undefined && { code: `${100 + body}00${index + 1}` }) };
    return { ...unit, ...code, name, ...(unit.funding && { funding: scaledLines(unit.funding, times) }), projects };
  });
  const { overall, funding } = specimen.department;
  const report: Report = {
    year: specimen.year,
    region: specimen.region,
    ...(specimen.layout !== undefined && { layout: specimen.layout }),
    moneyUnit: specimen.moneyUnit,
    department: {
      ...(specimen.department.code !== undefined && { code: String(100 + body) }),
      name: department,
      ...(funding && { funding: scaledLines(funding, times) }),
      ...(overall && { overall: overallOf(overall, works, specimen, times, random) }),
    },
    units: units as Unit[],
    ...(specimen.accepted && { accepted: specimen.accepted }),
  };
  return { layout, report: JSON.parse(JSON.stringify(report)) as Report, trade, place };
}

interface Circumstances {
  readonly specimen: Report;
  readonly times: number;
  readonly name: string;
  readonly department: string;
  readonly random: Random;
  readonly taken: () => Work;
  readonly seed: number;
}

function projectOf(own: Project, circumstances: Circumstances): Project {
  const { specimen, times, name, department, random, taken } = circumstances;
  const funding = own.funding && scaledLines(own.funding, times);
  // A part that only has a place and an amount stays what it is.
  if (own.goals === undefined && own.indicators === undefined) return { ...own, ...(funding && { funding }) };
  const project = filledLike(own, specimen);
  const work = taken();
  const years = yearsOf(project);
  const end = project.period?.end ?? '';
  const subject: Subject = {
    work,
    counts: work.counts.map(([, , , least, most]) => rounded(random.int(least, most))) as [number, number],
    years,
    firstYear: specimen.year,
    money: moneyOf(funding ?? [], specimen.moneyUnit),
    lastMonth: end.startsWith(`${specimen.year}-`) ? Math.min(11, Number(end.slice(5, 7)) - 1 || 1) : 11,
    rates: [random.int(88, 98), random.int(85, 97)],
    satisfied: random.int(86, 95),
  };
  const made = {
    ...fieldsOf(project, subject, circumstances),
    name: `${work.name}${random.pick(['', '项目', '经费'])}`,
    ...(funding && { funding }),
    ...(project.goals && { goals: goalsOf(project.goals, subject) }),
    ...(project.indicators && {
      indicators: withFairRows(indicatorsOf(inOrder(project.indicators), subject, specimen), specimen, random),
    }),
    ...(project.implementingUnit !== undefined && { implementingUnit: name }),
    ...(project.organizingUnit !== undefined && { organizingUnit: name }),
    ...(project.supervisingUnit !== undefined && { supervisingUnit: department }),
  };
  return withFairSentence(made as Project, random);
}

/** A specimen's later projects show what a form does with little: here all are as full as its first, with their own money. */
function filledLike({ id, parent, funding, costLines, allocations }: Project, { units }: Report): Project {
  const first = { ...(units[0] as Unit).projects[0] } as Project;
  for (const field of ['id', 'parent', 'costLines', 'allocations'] as const) delete first[field];
  return {
    ...first,
    ...(id !== undefined && { id }),
    ...(parent !== undefined && { parent }),
    ...(funding && { funding }),
    ...(costLines && { costLines }),
    ...(allocations && { allocations }),
  };
}

/** Set words of a form stay as the specimen has them. */
const kept = [
  ...['id', 'parent', 'kind', 'nature', 'attribute', 'type', 'origin', 'investmentField', 'classification'],
  ...['fundNature', 'fundType', 'functionClass', 'division', 'executionWeight', 'executionRate'],
  ...['period', 'areas', 'allocationMethod'],
] as const;

function fieldsOf(
  project: Project,
  { work, counts }: Subject,
  { department, times, seed }: Circumstances,
): Partial<Project> {
  const [first, second] = work.counts;
  const law = `《${work.law}》`;
  const plan = `《${department}${work.name}实施方案》`;
  const prose: Partial<Record<keyof Project, string>> = {
    summary: `${first[1]}，${second[1]}，${work.aim}。`,
    content: `${first[1]}${counts[0]}${first[2]}，${second[1]}${counts[1]}${second[2]}。`,
    baseSituation: `项目${first[1]}，${second[1]}，${work.aim}。`,
    basis: `${law}、${plan}。`,
    policyBasis: `${law}。`,
    otherBasis: `${plan}及专家评审意见。`,
    otherMatters: '无其他需要说明的问题。',
    necessity: `${work.served}对这项工作的需求较大，现有条件不能满足，需要继续安排资金。`,
    feasibility: '实施方案已经评审，人员、场地和资金来源落实。',
    safeguards: '执行《项目管理办法》《财务管理制度》，按季度检查并通报。',
    schedule: '上半年完成采购，下半年组织实施和验收。',
    fundUse: `用于${first[1]}、${second[1]}。`,
    fundScope: `用于${first[1]}、${second[1]}。`,
    approval: `《${department}年度项目计划》`,
  };
  const filled = Object.entries(prose).filter(([field]) => project[field as keyof Project] !== undefined);
  const programme = project.programme && {
    ...project.programme,
    ...(project.programme.name !== undefined && { name: `${work.name}专项` }),
    ...(project.programme.power !== undefined && { power: work.name }),
    ...(project.programme.task !== undefined && { task: work.name }),
  };
  return {
    ...Object.fromEntries(kept.filter((field) => project[field] !== undefined).map((field) => [field, project[field]])),
    ...Object.fromEntries(filled),
    ...(project.code !== undefined && { code: `${project.code.replace(/\d+$/, '')}${hash(work.name + seed)}` }),
    ...(programme && { programme }),
    ...(project.authorities && {
      authorities: project.authorities.map(({ title, name }) =>
        /财政部门|中央/.test(title) ? { title, name } : { title, name: department },
      ),
    }),
    ...(project.plan && {
      plan: project.plan.map((row, index) => ({
        ...row,
        content: steps[index % 3] as string,
        ...scaledAmount(row, times),
      })),
    }),
    ...(project.costLines && {
      costLines: project.costLines.map((line, index) => ({
        ...line,
        name: `${work.counts[index % 2 === 0 ? 0 : 1][1]}${['支出', '费用', '材料费'][index % 3] as string}`,
        ...(line.basis !== undefined && { basis: '按合同和市场询价测算' }),
        ...scaledAmount(line, times),
        ...(line.earlier && { earlier: line.earlier.map((one) => ({ ...one, ...scaledAmount(one, times) })) }),
      })),
    }),
    ...(project.allocations && {
      allocations: project.allocations.map((one) => ({
        ...one,
        ...(one.project !== undefined && { project: work.name }),
        ...scaledAmount(one, times),
      })),
    }),
  };
}

const steps = ['方案编制和采购', '组织实施', '检查验收'];

function goalsOf(goals: readonly Goal[], subject: Subject): Goal[] {
  const { work, counts, years, rates } = subject;
  const sentence = (times: number): string =>
    work.counts.map(([, phrase, unit], index) => `${phrase}${(counts[index] as number) * times}${unit}`).join('，');
  const more = `${work.rates[0]}不低于${rates[0]}%，${work.lasting[0]}${work.lasting[1]}。`;
  const seen = new Set<string>();
  return goals.map((goal) => {
    const first = !seen.has(goal.period);
    seen.add(goal.period);
    const longer = `项目期内累计${sentence(years)}，${work.social[0]}${work.social[1]}。`;
    const text = goal.period === 'year' ? `${sentence(1)}，${work.aim}。` : longer;
    return { ...goal, text: first ? text : more };
  });
}

/** What an indicator is about, by the name of its second level. */
type Sort =
  | 'count'
  | 'quality'
  | 'time'
  | 'cost'
  | 'burden'
  | 'waste'
  | 'economy'
  | 'social'
  | 'nature'
  | 'lasting'
  | 'satisfied';

const sorts: readonly (readonly [RegExp, Sort])[] = [
  [/数量/, 'count'],
  [/质量/, 'quality'],
  [/时效/, 'time'],
  [/社会成本/, 'burden'],
  [/生态环境成本/, 'waste'],
  [/成本/, 'cost'],
  [/经济效益/, 'economy'],
  [/社会效益/, 'social'],
  [/生态|环境/, 'nature'],
  [/可持续/, 'lasting'],
  [/满意/, 'satisfied'],
];
/** Where a form has no second level: the order of nine rows that its specimen has. */
const usual: readonly Sort[] = [
  'count',
  'count',
  'quality',
  'time',
  'cost',
  'social',
  'nature',
  'lasting',
  'satisfied',
];

function indicatorsOf(indicators: readonly Indicator[], subject: Subject, specimen: Report): Indicator[] {
  const counted = new Map<Sort, number>();
  return indicators.flatMap((indicator, index) => {
    if (indicator.name === '') return [indicator];
    const level = indicator.level2 ?? '';
    const sort =
      // Of no second level, or one of the unit's own making: the usual kinds in turn.
      sorts.find(([like]) => level !== '' && like.test(level))?.[1] ?? (usual[index % usual.length] as Sort);
    const nth = counted.get(sort) ?? 0;
    counted.set(sort, nth + 1);
    const row = rowOf(sort, nth, subject);
    return row === undefined ? [] : [indicatorOf(indicator, row, specimen)];
  });
}

const firstLevels = ['产出', '效益', '满意度'];

/** 扎赉特旗 published its rows the other way round, satisfaction first, as its specimen shows. That is a fault in a table. */
function inOrder(indicators: readonly Indicator[]): readonly Indicator[] {
  if (!indicators[0]?.level1.startsWith('满意度')) return indicators;
  const rank = ({ level1 }: Indicator): number => firstLevels.findIndex((level) => level1.startsWith(level));
  return indicators.toSorted((left, right) => rank(left) - rank(right));
}

interface Row {
  readonly name: string;
  readonly target: Target;
  /** The value of the longer period. */
  readonly longer: Target;
  readonly description: string;
}

function quantity(sign: '≥' | '≤' | '=', value: number | string, unit: string): Target {
  return { sign, value: String(value), unit };
}

/** The nth indicator of this sort that a project has; none where there is nothing more to say. */
function rowOf(sort: Sort, nth: number, subject: Subject): Row | undefined {
  const { work, counts, years, rates, firstYear, lastMonth, satisfied } = subject;
  const same = (name: string, target: Target, description: string): Row => ({
    name,
    target,
    longer: target,
    description,
  });
  if (sort === 'count') {
    const [name, , unit] = work.counts[nth % 2] as Work['counts'][0];
    const count = counts[nth % 2] as number;
    if (nth > 1) return undefined;
    return {
      name,
      target: quantity('≥', count, unit),
      longer: quantity('≥', count * years, unit),
      description: '当年实际完成的数量',
    };
  }
  if (sort === 'quality') {
    const name = work.rates[nth];
    return name === undefined ? undefined : same(name, quantity('≥', rates[nth] as number, '%'), '合格数占总数的比例');
  }
  if (sort === 'time') {
    if (nth > 1) return undefined;
    if (nth === 1) return same(work.prompt, quantity('=', 100, '%'), '按期办理数占应办理数的比例');
    const due = (year: number): Target => ({ text: `${year}年${lastMonth}月底前` });
    return {
      name: work.deadline,
      target: due(firstYear),
      longer: due(firstYear + years - 1),
      description: '全部工作完成的时间',
    };
  }
  if (sort === 'cost') return costOf(nth, subject);
  if (sort === 'burden')
    return nth > 0 ? undefined : same('群众投诉件数', quantity('≤', 5, '件'), '因项目实施引起的投诉');
  if (sort === 'waste')
    return nth > 0 ? undefined : same('废弃物违规处置次数', quantity('≤', 2, '次'), '检查发现的违规处置');
  if (sort === 'economy')
    return nth > 0 ? undefined : same('带动就业人数', quantity('≥', 20 + rates.length * years, '人'), '项目带动的就业');
  if (sort === 'social')
    return nth > 1 ? undefined : same(...(nth === 0 ? worded(work.social) : worded(work.lasting)), '项目实施后的变化');
  if (sort === 'nature')
    return nth > 0 ? undefined : same('资源节约利用水平', { text: '有所提高' }, '项目实施后的变化');
  if (sort === 'lasting') return nth > 0 ? undefined : same(...worded(work.lasting), '项目实施后的变化');
  return nth > 0 ? undefined : same(`${work.served}满意度`, quantity('≥', satisfied, '%'), '受访者中表示满意的比例');
}

function worded([name, text]: readonly [string, string]): [string, Target] {
  return [name, { text }];
}

/** What one costs, within the year's money; then all of it. Where the form has no money, that the budget is kept to. */
function costOf(nth: number, { work, counts, money }: Subject): Row | undefined {
  const controlled: Row = {
    name: '预算成本控制率',
    target: quantity('≤', 100, '%'),
    longer: quantity('≤', 100, '%'),
    description: '实际支出占预算的比例',
  };
  if (money === 0) return nth === 0 ? controlled : undefined;
  const [, , unit] = work.counts[0];
  const each = Math.floor((money * 0.9) / counts[0]);
  const priced =
    each >= 10_000 ? quantity('≤', Math.floor(each / 1000) / 10, `万元/${unit}`) : quantity('≤', each, `元/${unit}`);
  const unitCost = { name: work.cost, target: priced, longer: priced, description: '支出除以完成的数量' };
  if (nth === 0) return each >= 2 ? unitCost : controlled;
  const total = money >= 10_000 ? quantity('≤', Math.floor(money / 100) / 100, '万元') : quantity('≤', money, '元');
  return nth > 1 ? undefined : { name: '项目总成本', target: total, longer: total, description: '全部支出' };
}

function indicatorOf(indicator: Indicator, row: Row, specimen: Report): Indicator {
  const { annualTarget, wholeTarget, mediumTarget, longTarget, history, places, description, remark, scoringRule } =
    indicator;
  // Where a form prints the unit in the name, the specimen's values have none.
  const inName = places?.some(({ target }) => 'value' in target && target.unit === undefined) ?? false;
  const { unit } = 'value' in row.target ? row.target : { unit: undefined };
  return {
    ...indicator,
    name: inName && unit !== undefined ? `${row.name}（${unit}）` : row.name,
    // A form that may leave a value open gets one here: what is blank is for the defects.
    ...((annualTarget ?? (!wholeTarget && !mediumTarget && !longTarget && !places)) && { annualTarget: row.target }),
    ...(wholeTarget && { wholeTarget: row.longer }),
    ...(mediumTarget && { mediumTarget: row.longer }),
    ...(longTarget && { longTarget: row.longer }),
    ...(history && { history: history.map(({ year }) => ({ year, target: before(row.target) })) }),
    ...(places && {
      places: places.map(({ place }, index) => ({ place, target: share(row.target, index, places.length, inName) })),
    }),
    ...(description !== undefined && { description: row.description }),
    ...(remark !== undefined && { remark: row.description }),
    ...(scoringRule !== undefined && { scoringRule: '达到目标值得满分，未达到的按完成比例计分' }),
    ...(indicator.standard !== undefined && { standard: specimen.layout === undefined ? '计划标准' : '历史标准' }),
  };
}

/** Up to three rows more, each behind those of its level; none where rows have weights that make up a sum, or values by place. */
function withFairRows(indicators: Indicator[], specimen: Report, random: Random): Indicator[] {
  if (indicators.some(({ weight, places }) => weight !== undefined || places !== undefined)) return indicators;
  const rows = [...indicators];
  for (const [level, name, ...words] of shuffled(fairRows, random).slice(0, random.int(0, 3))) {
    const last = rows.findLastIndex(({ level2, name }) => name !== '' && level2?.startsWith(level));
    if (last < 0) continue;
    const [sign, value, unit] = words;
    const target: Target = value === undefined ? { text: sign } : { sign: sign as '≥', value, unit: unit as string };
    const row = { name, target, longer: target, description: '以考核记录为准' };
    rows.splice(last + 1, 0, indicatorOf(rows[last] as Indicator, row, specimen));
  }
  return rows;
}

/** One sentence more, in prose where the form has some. */
function withFairSentence(project: Project, random: Random): Project {
  const sentence = random.pick(fairSentences);
  const prose = (['summary', 'baseSituation', 'content', 'safeguards'] as const).find(
    (field) => project[field] !== undefined,
  );
  if (prose !== undefined) return { ...project, [prose]: `${project[prose]}${sentence}` };
  const goals = project.goals?.map((goal, index, { length }) =>
    index === length - 1 ? { ...goal, text: goal.text + sentence } : goal,
  );
  return { ...project, ...(goals && { goals }) };
}

/** The value of a year ago, a little lower. */
function before(target: Target): Target {
  if (!('value' in target)) return target;
  const { sign, value, unit } = target;
  const earlier = unit === '%' ? Number(value) - 2 : Math.ceil(Number(value) * 0.9);
  return { ...(sign && { sign }), value: String(earlier), ...(unit !== undefined && { unit }) };
}

/** One place's part: of what is counted, its share; of all else, the same. */
function share(target: Target, index: number, of: number, inName: boolean): Target {
  if (!('value' in target)) return target;
  const { sign, value, unit } = target;
  const whole = Number(value);
  const each = Math.floor(whole / of);
  const isCounted = sign === '≥' && unit !== '%';
  const part = isCounted ? String(index === 0 ? whole - each * (of - 1) : each) : value;
  return { ...(sign && { sign }), value: part, ...(unit !== undefined && !inName && { unit }) };
}

function overallOf(overall: Overall, works: readonly Work[], specimen: Report, times: number, random: Random): Overall {
  const subjects = works.map(
    (work): Subject => ({
      work,
      counts: work.counts.map(([, , , least, most]) => rounded(random.int(least, most))) as [number, number],
      years: 3,
      firstYear: specimen.year,
      money: 0,
      lastMonth: 11,
      rates: [random.int(88, 98), random.int(85, 97)],
      satisfied: random.int(86, 95),
    }),
  );
  const of = (index: number): Subject => subjects[index % subjects.length] as Subject;
  const counted = ({ work, counts, years }: Subject, period: Goal['period']): string =>
    `${work.counts[0][1]}${counts[0] * (period === 'year' ? 1 : years)}${work.counts[0][2]}`;
  const tasks = overall.tasks?.map((task, index): Task => {
    const { work } = of(index);
    return {
      ...task,
      name: work.name,
      ...(task.content !== undefined && { content: `${work.counts[0][1]}，${work.counts[1][1]}` }),
      ...(task.duty !== undefined && { duty: work.name }),
      ...(task.expected !== undefined && { expected: `${work.social[0]}${work.social[1]}` }),
      ...(task.funding && { funding: scaledLines(task.funding, times) }),
    };
  });
  const seen = new Map<Sort, number>();
  const indicators = overall.indicators?.flatMap((indicator): Indicator[] => {
    if (indicator.name === '') return [indicator];
    const sort = (sorts.find(([like]) => like.test(indicator.level2 ?? '')) as [RegExp, Sort])[1];
    const nth = seen.get(sort) ?? 0;
    seen.set(sort, nth + 1);
    if (nth >= subjects.length) return [];
    // Each further row of a sort is another work's first.
    const row = rowOf(sort, 0, of(nth));
    return row === undefined || (sort === 'nature' && nth > 0) || (sort === 'cost' && nth > 0)
      ? []
      : [indicatorOf(indicator, row, specimen)];
  });
  return {
    ...overall,
    ...(overall.income && { income: scaledLines(overall.income, times) }),
    ...(overall.expenditure && {
      expenditure: overall.expenditure.map((line) => ({ ...line, ...scaledAmount(line, times) })),
    }),
    ...(overall.duties && { duties: overall.duties.map((_, index) => `承担${of(index).work.name}工作。`) }),
    ...(overall.strategy !== undefined && {
      strategy: `做好${works
        .slice(0, 3)
        .map(({ name }) => name)
        .join('、')}，服务能力持续提升。`,
    }),
    ...(overall.goals && {
      goals: overall.goals.map((goal, index) => ({
        ...goal,
        text: `${[of(2 * index), of(2 * index + 1)].map((subject) => counted(subject, goal.period)).join('，')}，${of(index).work.aim}。`,
      })),
    }),
    ...(tasks && { tasks }),
    ...(indicators && { indicators }),
  };
}

/** The years that the longer period has, by its money or by what the project says. */
function yearsOf(project: Project): number {
  const total = (period: FundingLine['period']): number =>
    Number(project.funding?.find((line) => line.period === period)?.amount ?? Number.NaN);
  const longer = [total('whole'), total('medium'), total('long')].find((amount) => amount > 0) ?? Number.NaN;
  const ratio = Math.round(longer / total('year'));
  if (ratio >= 1) return ratio;
  const { period } = project;
  if (period?.start && period.end) return Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4)) + 1;
  const written = /^(\d)年$/.exec(period?.years ?? '');
  return written ? Number(written[1]) : 3;
}

/** The year's money in 元: the total, or all sources where the form has no total. */
function moneyOf(funding: readonly FundingLine[], moneyUnit: Report['moneyUnit']): number {
  const inYear = funding.filter(({ period, amount }) => period === 'year' && Number(amount) > 0);
  const total = inYear.find(({ source }) => source === 'total');
  const amount = total ? Number(total.amount) : inYear.reduce((sum, line) => sum + Number(line.amount), 0);
  return Math.round(amount * (moneyUnit === '万元' ? 10_000 : 1));
}

/** Amounts so many times as large, with their decimals: what added up still does. */
export function scaled(amount: string, times: number): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!parts) return amount;
  const [, sign = '', whole = '', decimals = ''] = parts;
  const digits = String(BigInt(whole + decimals) * BigInt(times)).padStart(decimals.length + 1, '0');
  const at = digits.length - decimals.length;
  return `${sign}${digits.slice(0, at)}${decimals === '' ? '' : `.${digits.slice(at)}`}`;
}

function scaledAmount<T extends { readonly amount?: string | undefined }>(
  { amount }: T,
  times: number,
): { amount?: string } {
  return amount === undefined ? {} : { amount: scaled(amount, times) };
}

function scaledLines(lines: readonly FundingLine[], times: number): FundingLine[] {
  return lines.map((line) => ({ ...line, amount: scaled(line.amount, times) }));
}

/** Two significant digits, as plans have. */
function rounded(count: number): number {
  const step = 10 ** Math.max(0, String(count).length - 2);
  return Math.max(1, Math.round(count / step) * step);
}

/**
 * What the names of its bodies begin with: a place in the region that is nowhere else, another for each number, so that no report
 * is taken for another's department.
 */
function placeOf(region: string, body: number): string {
  const whole = region === '全国' ? '云岭省' : region;
  const name = `${waters[body % waters.length]}${shapes[Math.floor(body / waters.length) % shapes.length]}`;
  return `${whole}${name}${/省|自治区|兵团/.test(whole.slice(-3)) ? '县' : /市$/.test(whole) ? '区' : '新区'}`;
}

const waters = [...'澄沅浔湄淇滦沁澧涪泾渝汶沂泗淮漳'];
const shapes = [...'川源岭洲浦坪塘湾桥泉陵原丘岗峰溪'];

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(random.int(0, rest.length - 1), 1)[0] as T);
}

/** A number of a text (FNV-1a), for seeds. */
export function hash(text: string): number {
  let sum = 2166136261;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) as number), 16777619) >>> 0;
  return sum;
}
