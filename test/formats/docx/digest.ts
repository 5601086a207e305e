import { createHash } from 'node:crypto';
import { writeDocx } from '../../../src/formats/docx/write.js';
import { fonts, richDocument, widths } from './sample.js';

/** The SHA-256 of a rich sample, for processes of other time zones and languages. */
const bytes = await writeDocx(richDocument(4), fonts, widths, { fonts: 'used' });
export const digest = createHash('sha256').update(bytes).digest('hex');
