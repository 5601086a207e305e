import type { Note } from '../told.js';
import type { Draft } from './draft.js';
import type { FormReader } from './forms.js';
import type { Owners } from './owners.js';

/** What was inferred of forms and units in reading them, each with its place. */
export function inferredIn(forms: FormReader, owners: Owners, draft: Draft): Note[] {
  const notes: Note[] = [];
  for (const { place } of forms.settleGoals())
    notes.push({ zh: '“总体目标”读作年度目标', en: '总体目标 is read as the goal of the year', place });
  for (const { place } of forms.apart)
    notes.push({
      zh: '填报单位与实施单位不同，实施单位另记，请核对单位名称',
      en: 'the unit and the body that runs the project differ and are both kept: look at the names',
      place,
    });
  for (const { place } of forms.revised)
    notes.push({
      zh: '年初预算数空白，读作调整后的预算数，请核对',
      en: 'the first budget is blank: read as that of the changed one; look at it',
      place,
    });
  if (owners.adopted)
    notes.push({
      zh: '前面的项目没有单位名称，也归这个单位，请核对',
      en: 'the projects before name no unit and are taken for those of this one: look at it',
      place: owners.adopted.place,
    });
  if (forms.notWhole)
    notes.push({
      zh: '表名说是部门整体，表里却是一个项目的，按项目读',
      en: 'the title says that the form is of a department as a whole, its labels are of a project: read as that',
      place: forms.notWhole.place,
    });
  const [unitPlace] = forms.apart.length > 0 ? [draft.at.get('/units/0/name')] : [];
  if (unitPlace)
    notes.push({
      zh: '另有实施单位，请核对单位名称',
      en: 'another body runs the project: look at the name of the unit',
      place: unitPlace,
    });
  return notes;
}
