import type { Translated } from '../../english/translate.js';
import type { Path } from '../../json/pointer.js';
import { publishedOf } from '../../report/published.js';
import type { Project, Report } from '../../report/schema.js';
import type { Pair } from './pair.js';
import { projectsOf } from './published.js';
import type { MissingText } from './vocabulary.js';

/** The places of texts in both languages: 项目3·指标“参观人次”·计量单位. Projects have their number in the summary. */
export function missingTexts(report: Report, texts: readonly Translated[]): MissingText[] {
  const numbers = new Map(projectsOf(publishedOf(report)).map(({ project }, index) => [project, index + 1]));
  return texts.map(({ path, zh }) => {
    const steps = [...ownerOf(path, report, numbers), ...indicatorOf(path, report), fieldOf(path)];
    const en = steps.map((step) => step.en).join(', ');
    return {
      context: { zh: steps.map((step) => step.zh).join('·'), en: en.charAt(0).toUpperCase() + en.slice(1) },
      zh,
    };
  });
}

/** The same for texts whose English was composed from terms. */
export function composedTexts(report: Report, texts: readonly Translated[]): (MissingText & { readonly en: string })[] {
  return missingTexts(report, texts).map((text, index) => ({ ...text, en: texts[index]?.english?.en ?? '' }));
}

function ownerOf(path: Path, report: Report, numbers: ReadonlyMap<Project, number>): Pair[] {
  if (path[1] === 'overall') return [{ zh: '部门整体', en: 'the department as a whole' }];
  const project = projectAt(path, report);
  const number = project && numbers.get(project);
  return number === undefined ? [] : [{ zh: `项目${number}`, en: `project ${number}` }];
}

/** /units/0/projects/1/… */
function projectAt([room, unit, list, index]: Path, { units }: Report): Project | undefined {
  return room === 'units' && list === 'projects' ? units[Number(unit)]?.projects[Number(index)] : undefined;
}

function indicatorOf(path: Path, report: Report): Pair[] {
  const at = path.indexOf('indicators');
  // The name of an indicator needs no place.
  if (at < 0 || path.length === at + 3) return [];
  const owner = path[1] === 'overall' ? report.department.overall : projectAt(path, report);
  const indicator = owner?.indicators?.[Number(path[at + 1])];
  if (!indicator) return [];
  const { name, nameEn } = indicator;
  return [{ zh: `指标“${name}”`, en: `indicator “${nameEn || name}”` }];
}

const fields: Readonly<Record<string, Pair>> = {
  'region name': { zh: '地区', en: 'region' },
  'department name': { zh: '部门名称', en: 'name of the department' },
  'units name': { zh: '单位名称', en: 'name of the unit' },
  'projects name': { zh: '项目名称', en: 'name of the project' },
  'tasks name': { zh: '任务名称', en: 'name of the task' },
  'goals name': { zh: '目标名称', en: 'name of the target' },
  'goals text': { zh: '绩效目标', en: 'performance target' },
  'goals brief': { zh: '目标概述', en: 'performance target in one sentence' },
  'indicators level1': { zh: '一级指标', en: 'first-level indicator' },
  'indicators level2': { zh: '二级指标', en: 'second-level indicator' },
  'indicators name': { zh: '指标名称', en: 'name of the indicator' },
  unit: { zh: '计量单位', en: 'unit of measure' },
  note: { zh: '补充说明', en: 'note' },
  text: { zh: '指标值', en: 'indicator value' },
};

/** The name of the text's field. */
function fieldOf(path: Path): Pair {
  const field = path.at(-1) ?? '';
  const owner = path.findLast((step, index) => index < path.length - 1 && !/^\d+$/.test(step)) ?? '';
  return fields[`${owner} ${field}`] ?? fields[field] ?? { zh: field, en: field };
}
