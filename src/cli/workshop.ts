import { openFonts } from '../fonts/open.js';
import { checkLayout } from '../layouts/checker/checkLayout.js';
import { Problems } from '../problem.js';
import type { Workshop } from '../publish/build.js';
import { foldersOf, type LayoutFolders, layoutsIn, namedFaults } from './layoutFolders.js';
import type { WorkshopOptions } from './options.js';
import { programStamp, shippedFonts } from './paths.js';

/**
 * Opens layouts and fonts, the shipped ones first. Throws Problems, also for a layout of a folder that was named and that cannot be
 * used: silently printing a report in another form would be worse.
 */
export function openWorkshop(options: WorkshopOptions, folders: LayoutFolders = foldersOf(options.layouts)): Workshop {
  const layouts = layoutsIn(folders);
  const problems = namedFaults(layouts, folders);
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
