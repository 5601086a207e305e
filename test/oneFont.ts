import { createRequire } from 'node:module';
import * as oneFont from '../src/packaging/oneFont.js';

// pdfkit gets fontkit as in the bundle: a face's font is made once, not for each PDF, which is slow (30,000 offsets of outlines).
const ofPdfkit = createRequire(createRequire(import.meta.url).resolve('pdfkit'));
ofPdfkit('fontkit');
const loaded = ofPdfkit.cache[ofPdfkit.resolve('fontkit')];
if (loaded) loaded.exports = oneFont;
