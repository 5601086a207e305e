import { readFileSync, writeFileSync } from 'node:fs';
import type { TemplateData } from './template.js';
import { filled } from './writers.js';

/** `node fillOnce.js TEMPLATE DATA OUTPUT`: docxtemplater as a whole process. */
const [template, data, output] = process.argv.slice(2) as [string, string, string];
writeFileSync(output, filled(readFileSync(template), JSON.parse(readFileSync(data, 'utf8')) as TemplateData));
