import { docx } from './docx/format.js';
import type { FormatRow } from './format.js';
import { html } from './html/format.js';
import { ofd } from './ofd/format.js';
import { pdf } from './pdf/format.js';
import { csv, xlsx } from './sheet/format.js';
import { markup, tree } from './stages.js';

/** The one table of formats, in the order in which they are listed and written. */
export const formats = [pdf, docx, html, ofd, csv, xlsx, markup, tree] as const satisfies readonly FormatRow[];

/** The name of a format. */
export type Format = (typeof formats)[number]['name'];
