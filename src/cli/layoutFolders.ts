import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BrokenLayout, type FoundLayouts, findLayouts } from '../layouts/find.js';
import { findWithUnnamed } from '../layouts/unnamedFolder.js';
import { fault, type Problem } from '../problem.js';
import { ownLayouts } from './options.js';
import { shippedTemplates } from './paths.js';
import { printProblems } from './print.js';
import type { Words } from './words.js';

/** The folders of layouts beside the shipped ones: those that were named, or one's own, which is found by itself. */
export interface LayoutFolders {
  readonly named: readonly string[];
  readonly own?: string | undefined;
}

/** The folders of layouts: those that are named, else one's own where it is there. */
export function foldersOf(named: readonly string[]): LayoutFolders {
  return named.length === 0 && holdsLayouts(ownLayouts) ? { named, own: ownLayouts } : { named };
}

/** Whether it holds layouts: nobody named it, and one whose last layout was taken away is no fault. */
function holdsLayouts(folder: string): boolean {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  try {
    return readdirSync(folder, { recursive: true }).some((name) => basename(String(name)) === 'layout.json');
  } catch {
    // What cannot be read is told by whoever opens the layouts.
    return true;
  }
}

export function pathsOf({ named, own }: LayoutFolders): string[] {
  return own === undefined ? [...named] : [...named, own];
}

/** The layouts of the folders and the shipped ones. Throws Problems as `findLayouts` does. */
export function layoutsIn({ named, own }: LayoutFolders): FoundLayouts {
  if (own === undefined) return findLayouts([shippedTemplates, ...named]);
  const { layouts, broken } = findWithUnnamed([shippedTemplates, ...named], own);
  return {
    layouts,
    broken: broken.map((each) => ({ ...each, problems: each.problems.map((problem) => inFolder(problem, own)) })),
  };
}

/** Faults of layouts name files below their folder; of one that nobody named, from where the command runs. */
function inFolder(problem: Problem, folder: string): Problem {
  const { place } = problem;
  const file = place && join(folder, place.file);
  return file && existsSync(dirname(file)) ? { ...problem, place: { ...place, file } } : problem;
}

/** What is wrong with layouts of folders that were named, or shipped: no command goes on with it. */
export function namedFaults({ broken }: FoundLayouts, { named, own }: LayoutFolders): Problem[] {
  const faulty = own === undefined ? broken : broken.filter(({ id }) => !existsSync(join(own, id)));
  return [...faulty.flatMap(({ problems }) => problems), ...named.flatMap(emptyFolder)];
}

function emptyFolder(folder: string): Problem[] {
  const { layouts, broken } = findLayouts([folder]);
  if (layouts.length + broken.length > 0) return [];
  const message = { zh: `${folder} 里没有版式`, en: `there is no layout in ${folder}` };
  const hint = {
    zh: '应指向上一级文件夹：其中是 <地区>/<表>-<年度>/layout.json',
    en: 'name the folder that holds <region>/<table>-<year>/layout.json',
  };
  return [fault('layouts-empty', message, { file: folder }, hint)];
}

/** Tells, as warnings, of layouts that cannot be used and that nobody asked for; what was told as an error is not told again. */
export function tellBroken(
  { broken }: FoundLayouts,
  { quiet = false, told = [] }: { readonly quiet?: boolean; readonly told?: readonly Problem[] },
  { language }: Words,
): void {
  const known = new Set(told.map((problem) => JSON.stringify(problem)));
  const news = broken.filter(({ problems }) => !problems.every((problem) => known.has(JSON.stringify(problem))));
  if (!quiet) printProblems(news.flatMap(warningsOf), language);
}

function warningsOf({ id, problems }: BrokenLayout): Problem[] {
  return problems.map((problem) => ({
    ...problem,
    severity: 'warning',
    message: {
      zh: `版式 ${id} 用不了：${problem.message.zh}`,
      en: `the layout ${id} cannot be used: ${problem.message.en}`,
    },
    hint: problem.hint ?? {
      zh: '改好它，或移出这个文件夹；用不到它的照常生成',
      en: 'mend it, or move it away; what does not need it is made all the same',
    },
  }));
}
