import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Desk } from '../../src/desk/desk.js';
import type { Act, ActAnswer, Field, View } from '../../src/desk/wire.js';
import type { Report } from '../../src/report/schema.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

/** A desk on a new folder with these reports, by name: the text of the file, or its data. */
export function deskOn(reports: Readonly<Record<string, string | object>>): { desk: Desk; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-desk-test-'));
  for (const [name, report] of Object.entries(reports))
    writeFileSync(
      join(folder, `${name}.json`),
      typeof report === 'string' ? report : `${JSON.stringify(report, undefined, 2)}\n`,
    );
  return { desk: deskIn(folder), folder };
}

/** A desk on a folder that is there: as after a restart. */
export function deskIn(folder: string): Desk {
  const out = join(folder, 'out');
  return new Desk(folder, { layouts: shippedLayouts, fonts, out, program: 'test', templates: ['templates'] });
}

/** One tab of a browser, which knows what it was told last. */
export class Tab {
  static #all = 0;
  readonly #own = Tab.#all++;
  #count = 0;
  view: View & { form?: string };

  constructor(
    readonly desk: Desk,
    readonly report: string,
    public form = '',
    readonly name = 'tab',
  ) {
    const view = desk.view(report, form);
    this.form = view.form;
    this.view = view;
  }

  /** The field whose first pointer is this; of a blank, whose pointer has `-` and whose member holds this. */
  field(pointer: string, member: Readonly<Record<string, string>> = {}): Field {
    const fields = Object.values(this.view.sheet?.fields ?? {});
    const found = fields.find(
      (each) =>
        each.pointers[0] === pointer && Object.entries(member).every(([key, value]) => each.member?.[key] === value),
    );
    if (!found) throw new Error(`no field ${pointer} among ${fields.map(({ pointers }) => pointers[0]).join(' ')}`);
    return found;
  }

  act(act: Act, id = `${this.name}${this.#own}-${this.#count++}`): ActAnswer {
    const answer = this.desk.act(this.report, {
      id,
      from: this.name,
      version: this.view.version,
      form: this.form,
      act,
    });
    this.view = answer;
    return answer;
  }

  /** Types a text into a field, as one stay in it. */
  type(field: Field, text: string, visit = `v${this.#count}`): ActAnswer {
    const { kind, pointers, member, unit, suffix, choice, was } = field;
    return this.act({
      ...{ type: 'set', kind, pointers, text, was, visit },
      ...(member && { member }),
      ...(unit && { unit }),
      ...(suffix !== undefined && { suffix }),
      ...(choice !== undefined && { choice }),
    });
  }
}

export function reportIn(folder: string, name: string): Report {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

export const sample = (name: string): string => readFileSync(join('data', `${name}.json`), 'utf8');
