import { quoted } from '../json/pointer.js';
import { type Bilingual, type Problem, warning } from '../problem.js';
import { isNational } from '../regions/home.js';
import type { Report } from '../report/schema.js';
import { nationalLayouts } from './fallback.js';
import type { FoundLayouts } from './find.js';
import type { Manifest } from './manifest.js';
import { type Candidate, type Regional, regionalLayout, treeOf } from './regional.js';

/**
 * Says which layout was chosen and why, where it is not the region's own for the year: a hint for an ancestor's, a warning for
 * another year's, a national one or the generic one. Nothing is said of the layout that was asked for by id, `named`.
 */
export function choiceNotices(
  found: FoundLayouts,
  manifest: Manifest,
  report: Report,
  named: string | undefined,
): Problem[] {
  if (manifest.id === named || isNational(report.region)) return [];
  const regional = regionalLayout(found, report, manifest.table);
  if (regional.taken?.id !== manifest.id) return [withoutOwnNotice(found, manifest, report, regional)];
  return [...ancestorNotice(found, manifest, report, regional), ...yearNotice(found, manifest, report, regional)];
}

const tables: Readonly<Record<Manifest['table'], Bilingual>> = {
  project: { zh: '项目', en: 'project' },
  department: { zh: '部门整体', en: 'department' },
};

/** Where to read how to make a layout: a heading of README. */
const guide: Bilingual = {
  zh: '见 README“十分钟做一个自己的版式”',
  en: 'see “A layout of your own in ten minutes” in README',
};

/** A region without a layout: a national form that prints all of the report, else the generic one, which prints whatever is filled. */
function withoutOwnNotice(
  found: FoundLayouts,
  { id, table }: Manifest,
  { region }: Report,
  regional: Regional,
): Problem {
  const why = regional.unfit.length > 0 ? unfitWords(regional.unfit) : nothingWords(region.name, table, regional);
  const forms = nationalLayouts(found, table);
  const isOfCountry = forms.includes(id);
  const taken = isOfCountry ? wholeWords(id) : genericWords(id, forms);
  const message = { zh: `${why.zh}，${taken.zh}`, en: `${why.en}; ${taken.en}` };
  const alike = regional.home.chain.length > 0 ? [] : treeOf(found).like(region.name);
  const words = alike.map((key) => treeOf(found).words(key));
  const meant = { zh: `地区名称是不是 ${words.join('、')}？`, en: `is the region ${words.join(', ')}? ` };
  return warning(isOfCountry ? 'layout-national' : 'layout-generic', message, undefined, {
    zh: `${alike.length > 0 ? meant.zh : ''}有本地区的表样，${guide.zh}`,
    en: `${alike.length > 0 ? meant.en : ''}if you have the region's form, ${guide.en}`,
  });
}

function wholeWords(id: string): Bilingual {
  return {
    zh: `用了全国通行的表样 ${id}，报告填的它都印`,
    en: `${id} was used, a form common in the whole country, which prints all that the report fills`,
  };
}

function genericWords(id: string, forms: readonly string[]): Bilingual {
  if (forms.length === 0) return { zh: `用了通用版式 ${id}`, en: `the generic ${id} was used` };
  return {
    zh: `全国通行的表样又印不全，用了通用版式 ${id}`,
    en: `the forms common in the whole country would leave something out; the generic ${id} was used`,
  };
}

function nothingWords(name: string, table: Manifest['table'], { home: { chain } }: Regional): Bilingual {
  if (chain.length === 0) {
    return { zh: `区划表里没有地区 ${quoted(name)}`, en: `the region ${quoted(name)} is not listed` };
  }
  return {
    zh: `${name}${chain.length > 1 ? '及其上级' : ''}没有${tables[table].zh}版式`,
    en: `there is no ${tables[table].en} layout for ${name}${chain.length > 1 ? ' or what it stands in' : ''}`,
  };
}

function unfitWords(unfit: readonly Candidate[]): Bilingual {
  const ids = unfit.map(({ id }) => id);
  return {
    zh: `版式 ${ids.join('、')} 没有放得下报告里指标值的栏，是另一种表`,
    en: `${ids.join(', ')} has no column for any value of the report, which is another form`,
  };
}

function ancestorNotice(
  found: FoundLayouts,
  { id, table, region: { below } }: Manifest,
  { region }: Report,
  { home, taken }: Regional,
): Problem[] {
  if (below) return [];
  const { chain, rest } = home;
  const key = taken?.key ?? '';
  if (chain[0] === key && rest === '') return [];
  const ancestor = treeOf(found).words(key);
  const message =
    rest === ''
      ? {
          zh: `${region.name}没有自己的${tables[table].zh}版式，用了上级${ancestor}的 ${id}`,
          en: `${region.name} has no ${tables[table].en} layout of its own; ${id} of ${ancestor} was used`,
        }
      : {
          zh: `区划表里没有 ${quoted(rest)}，用了${ancestor}的 ${id}`,
          en: `${quoted(rest)} is not listed; ${id} of ${ancestor} was used`,
        };
  const hint = { zh: `本地区另有表样的，${guide.zh}`, en: `if the region has a form of its own, ${guide.en}` };
  return [{ ...warning('layout-ancestor', message, undefined, hint), severity: 'hint' }];
}

function yearNotice(
  found: FoundLayouts,
  { id, years, undated }: Manifest,
  { year }: Report,
  { ofYear }: Regional,
): Problem[] {
  if (undated || years.includes(year)) return [];
  const message = {
    zh: `没有 ${year} 年度的版式，用了 ${years.join('、')} 年度的 ${id}`,
    en: `there is no layout for ${year}; ${id} of ${years.join(', ')} was used`,
  };
  const other = ofYear && treeOf(found).words(ofYear.key);
  const higher = {
    zh: other ? `上级${other}有 ${year} 年度的 ${ofYear.id}；` : '',
    en: other ? `${other} has ${ofYear.id} for ${year}; ` : '',
  };
  return [
    warning('layout-other-year', message, undefined, {
      zh: `${higher.zh}表样变了，${guide.zh}`,
      en: `${higher.en}if the form has changed, ${guide.en}`,
    }),
  ];
}
