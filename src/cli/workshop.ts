import { openFonts } from '../fonts/open.js';
import { checkLayout } from '../layouts/checker/checkLayout.js';
import { findLayouts } from '../layouts/find.js';
import { fault, type Problem, Problems } from '../problem.js';
import type { Workshop } from '../publish/build.js';
import type { WorkshopOptions } from './options.js';
import { programStamp, shippedFonts, shippedTemplates } from './paths.js';

/**
 * Opens layouts and fonts, the shipped ones first. Throws Problems, also for a layout that cannot be used: silently printing a
 * report in another form would be worse.
 */
export function openWorkshop(options: WorkshopOptions): Workshop {
  const layouts = findLayouts([shippedTemplates, ...options.layouts]);
  const problems = [...layouts.broken.flatMap((broken) => broken.problems), ...options.layouts.flatMap(emptyFolder)];
  if (problems.length > 0) throw new Problems(problems);
  return {
    layouts,
    fonts: openFonts([shippedFonts, ...options.fonts]),
    out: options.out,
    program: programStamp(),
    ...(options.layout !== undefined && { layout: options.layout }),
  };
}

/** The same, for layouts that are changed while they are looked at: each template of the user's own is checked before any data is seen. */
export function openChecked(options: WorkshopOptions): Workshop {
  const workshop = openWorkshop(options);
  const own = workshop.layouts.layouts.filter(({ folder }) => options.layouts.includes(folder));
  const problems = own.flatMap((layout) => checkLayout(layout).problems);
  if (problems.length > 0) throw new Problems(problems);
  return workshop;
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
