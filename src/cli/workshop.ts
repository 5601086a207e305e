import type { Workshop } from '../build/build.js';
import { openFonts } from '../fonts/open.js';
import { findLayouts } from '../layouts/find.js';
import type { WorkshopOptions } from './options.js';
import { shippedFonts, shippedTemplates } from './paths.js';

/** Opens layouts and fonts, the shipped ones first. Throws Problems. */
export function openWorkshop(options: WorkshopOptions): Workshop {
  return {
    layouts: findLayouts([shippedTemplates, ...options.layouts]),
    fonts: openFonts([shippedFonts, ...options.fonts]),
    out: options.out,
    ...(options.layout !== undefined && { layout: options.layout }),
  };
}
