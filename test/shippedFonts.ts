import { openFonts } from '../src/fonts/open.js';

/** The shipped faces, opened once a worker: what a file of tests has read of them the next one need not read again. */
export const fonts = openFonts(['fonts']);
