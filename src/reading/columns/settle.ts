import type { Bilingual } from '../../problem.js';
import { divisionName } from '../../regions/divisions.js';
import { listedRegions } from '../../regions/tree.js';
import type { MoneyUnit } from '../../report/schema.js';
import { level1Of, levelOf } from '../../report/taxonomy.js';
import type { Cell } from '../items.js';
import { regionIn } from '../region.js';
import type { Note } from '../told.js';
import type { Asked } from './asked.js';
import { joined } from './cellText.js';
import type { Column } from './decide.js';
import type { Draft } from './draft.js';
import { titleOf } from './fields.js';
import type { FormReader } from './forms.js';
import type { IndicatorReader } from './indicators.js';
import type { Ledger, Piece } from './ledger.js';
import { bareLevel, looks } from './looks.js';
import type { Owners } from './owners.js';

/** What was read, before it is settled. */
export interface Unsettled {
  readonly draft: Draft;
  readonly ledger: Ledger;
  readonly owners: Owners;
  readonly indicators: IndicatorReader;
  readonly forms: FormReader;
  readonly notes: Note[];
  readonly asked: Asked;
  readonly titles: readonly { readonly text: string; readonly piece: Piece }[];
  readonly decided: readonly Column[];
  readonly odd: readonly { readonly column: Column; readonly cell: Cell }[];
  readonly year: { readonly value: number; readonly piece: Piece } | undefined;
  /** By its answer or the file. */
  readonly yearKnown: number | undefined;
}

/** What only the whole of a file tells: its year, title, names, region and money unit, and what looks wrong in the end. */
export class Settler {
  constructor(private readonly work: Unsettled) {}

  all(): void {
    this.#settleYear();
    this.#settleTotal();
    this.#settleTitle();
    this.#settleNames();
    this.#settleRegion();
    this.#settleMoney();
    this.#settleLevels();
    this.#settleParents();
    this.#doubtWeights();
    this.#doubtCells();
  }

  #settleYear(): void {
    const { root } = this.work.draft;
    if (root.data.year === undefined) {
      if (this.work.asked.answers.year !== undefined && this.work.yearKnown !== undefined)
        root.data.year = this.work.yearKnown;
      else if (this.work.year) this.work.draft.put(root, 'year', this.work.year.value, this.work.year.piece);
      else this.work.asked.ask('year', '这是哪一年度的表？', 'Which year is this table of?', undefined);
    }
    for (const place of this.work.draft.leaks)
      this.work.notes.push({
        zh: '去掉了网页的标记，请核对',
        en: 'tags of a web page were taken out: look at it',
        place,
      });
    if (typeof root.data.year === 'number') this.work.draft.settleYears(root.data.year);
    else
      for (const place of this.work.draft.historyPlaces)
        this.work.notes.push({
          zh: '以前年度的指标值，要知道报表年度才知道是哪一年',
          en: 'a value of an earlier year: of which, only the year of the table tells',
          place,
        });
  }

  /** 资金总额 above 基本支出 and 项目支出 of a department is the total of these, not its income. */
  #settleTotal(): void {
    const overall = this.work.draft.department.data.overall as Record<string, Line[] | undefined> | undefined;
    const [income, ...others] = overall?.income ?? [];
    const spent = overall?.expenditure;
    if (!overall || !income || !spent || others.length > 0 || income.source !== 'total') return;
    if (!spent.some(({ kind }) => kind === 'basic') || spent.some(({ kind }) => kind === 'total')) return;
    const { source: _, ...line } = income;
    const place = this.work.draft.at.get('/department/overall/income/0/amount');
    spent.push(Object.assign(income, { ...line, kind: 'total' }));
    delete income.source;
    delete overall.income;
    this.work.draft.at.delete('/department/overall/income/0/amount');
    if (place) this.work.draft.at.set(`/department/overall/expenditure/${spent.length - 1}/amount`, place);
    this.work.notes.push({
      zh: '“资金总额”读作支出预算合计',
      en: 'the total of money is read as that of the expenditure',
      ...(place && { place }),
    });
  }

  #settleTitle(): void {
    const [first, ...others] = this.work.titles;
    if (!first) return;
    this.work.draft.put(this.work.draft.root, 'title', first.text, first.piece);
    for (const { text, piece } of others) if (text !== first.text) this.work.ledger.leave(piece, 'differs');
  }

  /** The department by its label, else by the title or the line above, else the only unit; what is not said is asked. */
  #settleNames(): void {
    const draft = this.work.draft;
    const units = draft.members(draft.root, 'units');
    for (const unit of units) {
      if (unit.data.name !== undefined) continue;
      const name =
        this.work.asked.answers.unit ??
        this.work.owners.lineUnit?.name ??
        (draft.department.data.name as string | undefined);
      const authority = name === undefined ? authorityOf(unit.data) : undefined;
      if (name === undefined)
        this.work.asked.ask(
          'unit',
          '表里没有单位名称，是哪个单位？',
          'The table names no unit: which one is it?',
          authority,
        );
      if (name !== undefined || authority !== undefined) unit.data.name = name ?? authority;
      const isDepartment = name !== undefined && name === draft.department.data.name;
      const place = isDepartment ? draft.at.get('/department/name') : undefined;
      if (!place || this.work.asked.answers.unit !== undefined) continue;
      draft.at.set(`${unit.pointer}/name`, place);
      this.work.notes.push({
        zh: `没有单位名称，按主管部门写作“${name}”，请核对`,
        en: `no unit is named: it is taken from the department, ${name}; look at it`,
        place,
      });
    }
    const { department, root } = draft;
    if (department.data.name !== undefined) return;
    const names = units.map(({ data }) => data.name).filter((name): name is string => typeof name === 'string');
    const { lineUnit } = this.work.owners;
    const titled = this.work.titles.flatMap(({ text, piece }) => {
      const [, name = ''] = /^(.{3,40}?)(?:19|20|21)\d\d\s*年/u.exec(text) ?? [];
      return looks(name, 'body') ? [{ name, piece }] : [];
    })[0];
    const line =
      lineUnit && !names.includes(lineUnit.name) ? { name: lineUnit.name, piece: lineUnit.piece } : undefined;
    const only = new Set(names).size === 1 ? { name: names[0] as string, piece: undefined } : undefined;
    const found = titled ?? line ?? only;
    const answer = this.work.asked.answers.department;
    if (answer !== undefined) department.data.name = answer;
    else if (found) {
      department.data.name = found.name;
      const place = found.piece?.place ?? draft.at.get('/units/0/name');
      if (place) draft.at.set('/department/name', place);
      this.work.notes.push({
        zh: `主管部门按${titled ? '表名' : line ? '填报单位' : '单位名称'}写作“${found.name}”`,
        en: `the department is taken from the ${titled ? 'title' : line ? 'line above' : 'unit'}: ${found.name}`,
        ...(place && { place }),
      });
    } else if (names.length > 0) {
      department.data.name = names[0];
      this.work.asked.ask(
        'department',
        '主管部门是哪个？',
        'Which department is in charge?',
        names[0],
        names.map((name) => ({ value: name, zh: name, en: name })),
      );
    } else this.work.asked.ask('department', '主管部门是哪个？', 'Which department is in charge?', undefined);
    if (root.data.department === undefined) root.data.department = department.data;
  }

  /** The region that the names begin with, when it is one; else it is asked. */
  #settleRegion(): void {
    const draft = this.work.draft;
    const answer = this.work.asked.answers.region;
    if (answer !== undefined) {
      draft.root.data.region = { name: answer };
      return;
    }
    const known = draft.root.data.region as { code?: string; name?: string } | undefined;
    if (known?.name !== undefined) return;
    if (known?.code !== undefined && divisionName(known.code) !== undefined) {
      known.name = divisionName(known.code) as string;
      return;
    }
    const named = [
      { name: draft.department.data.name, pointer: '/department/name' },
      ...draft
        .members(draft.root, 'units')
        .map(({ data, pointer }) => ({ name: data.name, pointer: `${pointer}/name` })),
      ...this.work.titles.map(({ text }) => ({ name: text, pointer: '/title' })),
    ].flatMap(({ name, pointer }) => (typeof name === 'string' ? [{ name, pointer }] : []));
    const options = new Set<string>();
    for (const { name, pointer } of named) {
      for (const { key } of listedRegions.readings(name)) options.add(listedRegions.words(key));
      const region = regionIn(name);
      if (!region) continue;
      draft.root.data.region = region;
      const place = draft.at.get(pointer);
      if (place) for (const field of ['code', 'name']) draft.at.set(`/region/${field}`, place);
      this.work.notes.push({
        zh: `地区按名称“${name}”写作 ${region.name}`,
        en: `the region is taken from the name ${name}: ${region.name}`,
        ...(place && { place }),
      });
      return;
    }
    this.work.asked.ask(
      'region',
      '这是哪个地区的表？',
      'Which region is this table of?',
      undefined,
      [...options].slice(0, 8).map((value) => ({ value, zh: value, en: value })),
    );
  }

  #settleMoney(): void {
    const { most, isMissing, isMixed } = this.work.draft.moneyUnits();
    const answer = this.work.asked.answers['money-unit'];
    const said = answer === '元' || answer === '万元' ? answer : undefined;
    const line = this.work.forms.moneyUnit;
    const unit: MoneyUnit = most ?? line ?? said ?? '万元';
    if (isMissing && line === undefined && said === undefined) {
      this.work.asked.ask(
        'money-unit',
        '表里没有写金额单位，是元还是万元？',
        'The table does not say its money unit: 元 or 万元?',
        unit,
        [
          { value: '元', zh: '元', en: 'yuan' },
          { value: '万元', zh: '万元', en: 'ten thousand yuan' },
        ],
      );
    }
    if (isMixed)
      this.work.notes.push({
        zh: `金额有的写元、有的写万元，一律换算成${unit}`,
        en: `amounts are in 元 and 万元: all are converted to ${unit}`,
      });
    this.work.draft.settleMoney(unit, said ?? line ?? unit);
  }

  #settleLevels(): void {
    const { level1FromLevel2 } = this.work.indicators.inferred;
    const missing = [...this.#indicatorsWithout()];
    if (missing.length > 0) {
      this.work.asked.ask(
        'level1',
        `${missing.length} 个指标没有一级指标，读作空白。例：${missing.slice(0, 3).join('；')}`,
        `${missing.length} indicators have no first level and are read without. Such as: ${missing.slice(0, 3).join('; ')}`,
        '',
      );
    }
    if (level1FromLevel2.length === 0) return;
    // Each second level once: where the file has it as a first level, all its indicators are misread.
    for (const word of new Set(level1FromLevel2.map(({ text }) => bareLevel(text)))) {
      const [piece, ...more] = level1FromLevel2.filter(({ text }) => bareLevel(text) === word);
      this.work.notes.push({
        zh: `没有一级指标，按“${word}”补写${level1Of(word)}（${more.length + 1} 个指标）`,
        en: `no first level: ${level1Of(word)} is put in for ${word} (${more.length + 1} indicators)`,
        ...(piece && { place: piece.place }),
      });
    }
    if (level1FromLevel2.some(({ text }) => levelOf(bareLevel(text), 1) !== undefined)) {
      this.work.asked.ask(
        'cost-level',
        '“成本指标”没有写一级指标，是产出指标之下的吗？',
        'Is 成本指标 without a first level below 产出指标?',
        '产出指标',
      );
    }
  }

  *#indicatorsWithout(): Generator<string> {
    const draft = this.work.draft;
    const overall = draft.department.data.overall as { indicators?: { level1: string; name: string }[] } | undefined;
    const projects = (
      draft.root.data.units as { projects: { indicators?: { level1: string; name: string }[] }[] }[]
    ).flatMap(({ projects: all }) => all);
    for (const { indicators = [] } of [...(overall ? [overall] : []), ...projects]) {
      for (const { level1, name } of indicators) if (level1 === '') yield name;
    }
  }

  /** Cells that are unlike all others of their column: a shifted row, a level in the wrong column. Read as they stand, and asked. */
  #doubtCells(): void {
    for (const column of new Set(this.work.odd.map((each) => each.column))) {
      const cells = this.work.odd.filter((each) => each.column === column).map(({ cell }) => cell);
      const samples = cells.slice(0, 3).map(({ text }) => joined(text));
      const [place, ...others] = cells.map((cell) => cell.place);
      for (const each of others) this.work.notes.push({ ...unlikeOthers, place: each });
      this.work.asked.questions.push({
        id: column.id.replace('column', 'cells'),
        zh: `“${titleOf(column.field)}”一栏有 ${cells.length} 格与其他的不像，照原样读入：${samples.join('；')}`,
        en: `${cells.length} cells of ${column.field} are unlike the others and are read as they stand: ${samples.join('; ')}`,
        options: [{ value: 'keep', zh: '照原样', en: 'as they stand' }],
        proposed: 'keep',
        samples,
        ...(place && { place }),
      });
    }
  }

  /** Weights add up to a round number in a project. When they do not and the values do, the two columns may be swapped. */
  #doubtWeights(): void {
    const projects = (this.work.draft.root.data.units as { projects: { indicators?: Weighed[] }[] }[]).flatMap(
      ({ projects: all }) => all,
    );
    const weighed = projects.flatMap(({ indicators = [] }) => (indicators.length >= 3 ? [indicators] : []));
    const share = (of: (indicator: Weighed) => string | undefined): number =>
      weighed.filter((indicators) => isRound(indicators.map((each) => Number(of(each))))).length / weighed.length;
    const weights = this.work.decided.filter(({ field }) => field === 'indicator/weight');
    if (weighed.length === 0 || weights.length === 0 || share(({ weight }) => weight) >= mostlyRound) return;
    if (share(({ annualTarget }) => annualTarget?.value) < mostlyRound) return;
    const values = this.work.decided.filter(({ field }) => /^indicator\/annualTarget(?:\/value)?$/.test(field));
    for (const { id, field, cell } of [...weights, ...values]) {
      if (this.work.asked.questions.some((question) => question.id === id)) continue;
      const other = field === 'indicator/weight' ? (values[0]?.field ?? 'left') : 'indicator/weight';
      this.work.asked.questions.push({
        id,
        zh: `“${joined(cell.text)}”这一栏读作什么？权重加起来不是整百，指标值加起来是，两栏像是互换了`,
        en: `What does the column “${joined(cell.text)}” hold? Its weights do not add up, the values do: the two columns seem to be swapped`,
        options: [field, other, 'left'].map((value) => ({ value, zh: titleOf(value), en: value })),
        proposed: field,
        place: cell.place,
      });
    }
  }

  /** A parent is written by its name; the report refers to it by code or id. */
  #settleParents(): void {
    const projects = (this.work.draft.root.data.units as { projects: Record<string, string>[] }[]).flatMap(
      ({ projects: all }) => all,
    );
    const withParent = projects.filter(({ parent }) => parent !== undefined);
    for (const project of withParent) {
      const above = projects.filter(({ name }) => name === project.parent);
      const [only] = above;
      if (!only || above.length > 1) {
        delete project.parent;
        continue;
      }
      if (only.code === undefined && only.id === undefined) only.id = `project-${projects.indexOf(only) + 1}`;
      project.parent = (only.code ?? only.id) as string;
    }
  }
}

const unlikeOthers: Bilingual = {
  zh: '与这一栏其他的格不像，照原样读入，请核对',
  en: 'unlike the other cells of its column, read as it stands: look at it',
};

/** The lowest body that runs the money of a unit's projects: 县级主管部门. */
function authorityOf(unit: Readonly<Record<string, unknown>>): string | undefined {
  const projects = (unit.projects ?? []) as { authorities?: { title: string; name: string }[] }[];
  const authorities = projects.flatMap(({ authorities: all = [] }) => all);
  return authorities.findLast(({ title }) => /主管部门$/.test(title))?.name;
}

interface Line {
  source?: string;
  kind?: string;
  period?: string;
  amount?: string;
}

interface Weighed {
  readonly weight?: string;
  readonly annualTarget?: { readonly value?: string };
}

/** Of projects, that must agree. */
const mostlyRound = 0.8;

/** 100 points, or 90 or 80 where the execution of the budget has the rest. */
function isRound(points: readonly number[]): boolean {
  const sum = points.reduce((all, each) => all + each, 0);
  return [100, 90, 80].some((round) => Math.abs(sum - round) < 0.001);
}
