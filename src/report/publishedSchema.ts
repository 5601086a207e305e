import { reportSchema } from './schema.js';

/** The schema for editors and other programs: plain JSON Schema, without the English titles. */
export function publishedSchema(): object {
  return JSON.parse(JSON.stringify(reportSchema, (key, value) => (key === 'titleEn' ? undefined : value)));
}
