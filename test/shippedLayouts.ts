import { findLayouts } from '../src/layouts/find.js';

/** The shipped layouts, read once a worker: what one file of tests has checked and compiled of them the next one need not again. */
export const shippedLayouts = findLayouts(['templates']);
