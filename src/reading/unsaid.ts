import type { Layout } from '../layouts/find.js';
import { isNational } from '../regions/home.js';
import { listedRegions } from '../regions/tree.js';
import type { MoneyUnit } from '../report/schema.js';
import { linesOf, namesRegion } from './firstLines.js';
import type { SourceFile } from './items.js';
import { bareText } from './plainText.js';
import { fullName, regionIn } from './region.js';
import type { Note, Question } from './told.js';
import { type Branch, branchOf, isLeaf, leafOf, listOf, textOf } from './tree.js';

/** What no form prints: year, region; asked where neither the file nor the layout says it. */
export function complete(
  tree: Branch,
  layout: Layout,
  source: SourceFile,
  moneyUnit: MoneyUnit,
  answers: Readonly<Record<string, string>>,
  notes: Note[],
): Question[] {
  const questions: Question[] = [];
  const { manifest } = layout;
  tree.moneyUnit = leafOf(moneyUnit);
  const said = answers.year ?? textOf(tree, 'year');
  const year = said ?? manifest.years.at(-1)?.toString();
  if (said === undefined)
    questions.push({
      id: 'year',
      zh: '这是哪一年度的报表？',
      en: 'which fiscal year is this report for?',
      options: manifest.years.map((each) => ({ value: String(each), zh: String(each), en: String(each) })),
      proposed: year,
    });
  if (year !== undefined) tree.year = leafOf(Number(year));
  questions.push(...regionQuestion(tree, layout, source, answers, notes));
  questions.push(...names(tree, answers));
  if (isNational(manifest.region)) tree.layout = leafOf(manifest.id);
  return questions;
}

/** The region that the names say, which may be below that of the layout; else the layout's, asked unless the file names it. */
function regionQuestion(
  tree: Branch,
  { manifest }: Layout,
  source: SourceFile,
  answers: Readonly<Record<string, string>>,
  notes: Note[],
): Question[] {
  const isGeneric = isNational(manifest.region);
  const home = isGeneric ? undefined : manifest.region.code;
  const named = [branchOf(tree, 'department'), ...listOf(tree, 'units')].flatMap((each) => {
    const leaf = each?.name;
    return leaf !== undefined && isLeaf(leaf) ? [leaf] : [];
  });
  // 新建 is no name of 新建区, where nothing more stands.
  const lines = linesOf(source.items)
    .filter(({ text }) => bareText(text).length > 3 || /[省市县区旗州盟]$/.test(bareText(text)))
    .map(({ text, place }) => ({ value: text, place }));
  const said = [...named, ...lines].flatMap(({ value, place }) => {
    const region = regionIn(String(value), home);
    // A body of a region above the layout's has to do with the form, not with whose it is.
    const isAbove = home !== undefined && region !== undefined && listedRegions.isBelow(home, region.code);
    return region && !isAbove ? [{ ...region, text: String(value), place }] : [];
  })[0];
  const isNamed = namesRegion(source.items, manifest.region.name);
  const own = {
    code: manifest.region.code,
    name: manifest.region.code === undefined ? manifest.region.name : fullName(manifest.region.code),
  };
  if (answers.region !== undefined) tree.region = { name: leafOf(answers.region) };
  else if (said) {
    tree.region = { code: leafOf(said.code, said.place), name: leafOf(said.name, said.place) };
    notes.push({
      zh: `地区按“${said.text.trim()}”写作 ${said.name}`,
      en: `the region is taken from ${said.text.trim()}: ${said.name}`,
      ...(said.place && { place: said.place }),
    });
  } else
    tree.region = isGeneric
      ? { name: leafOf('') }
      : { ...(own.code !== undefined && { code: leafOf(own.code) }), name: leafOf(own.name) };
  if (answers.region !== undefined || said || (isNamed && !isGeneric)) return [];
  const proposed = isGeneric ? undefined : own.name;
  return [{ id: 'region', zh: '这是哪个地区的报表？', en: 'which region is this report of?', options: [], proposed }];
}

/** Names that the form does not print: asked, with what the file has for them. */
function names(tree: Branch, answers: Readonly<Record<string, string>>): Question[] {
  const questions: Question[] = [];
  const units = listOf(tree, 'units');
  const department = branchOf(tree, 'department') ?? {};
  tree.department = department;
  tree.units = units;
  const ask = (id: string, zh: string, en: string, proposed: string | undefined): string | undefined => {
    if (answers[id] === undefined) questions.push({ id, zh, en, options: [], proposed });
    return answers[id] ?? proposed;
  };
  if (textOf(department, 'name') === undefined) {
    const name = ask(
      'department',
      '表上没有主管部门，是哪个部门？',
      'the form does not name the department: which is it?',
      textOf(units[0], 'name') ?? authorityIn(units),
    );
    if (name !== undefined) department.name = leafOf(name);
  }
  const unnamed = units
    .flatMap((unit) => listOf(unit, 'projects'))
    .filter((project) => textOf(project, 'name') === undefined);
  unnamed.forEach((project, index) => {
    const at = unnamed.length === 1 ? '' : String(index + 1);
    const name = ask(
      at === '' ? 'project' : `project-${at}`,
      `表上没有项目名称，${at === '' ? '' : `第 ${at} 张`}是哪个项目的？`,
      `the form names no project: of which is it${at === '' ? '' : ` (form ${at})`}?`,
      undefined,
    );
    if (name !== undefined) project.name = leafOf(name);
  });
  for (const unit of units.filter((each) => textOf(each, 'name') === undefined)) {
    const name = textOf(department, 'name');
    const said = answers.unit ?? name;
    if (answers.unit === undefined && !questions.some(({ id }) => id === 'unit'))
      ask('unit', '表上没有预算单位，是哪个单位？', 'the form does not name the unit: which is it?', name);
    if (said !== undefined) unit.name = leafOf(said);
  }
  return questions;
}

/** Of the bodies that have to do with the money, the lowest that runs it: 县级主管部门. */
function authorityIn(units: readonly Branch[]): string | undefined {
  const authorities = units.flatMap((unit) => listOf(unit, 'projects')).flatMap((each) => listOf(each, 'authorities'));
  return textOf(
    authorities.findLast((each) => /主管部门$/.test(textOf(each, 'title') ?? '')),
    'name',
  );
}
