import { type Element, elements, find } from '../../../formats/office/element.js';
import type { OfficeFile } from '../officeFile.js';

/** What styles say that changes what a reader sees: hidden text, numbered paragraphs (ISO/IEC 29500-1 §17.7). */
export class Styles {
  readonly #styles = new Map<string, Element>();

  constructor(file: OfficeFile, main: string) {
    for (const root of file.trees(main, 'styles')) {
      for (const style of elements(root, 'style')) this.#styles.set(style.attributes.styleId ?? '', style);
    }
  }

  isHidden(properties: Element | undefined, kind: 'rStyle' | 'pStyle'): boolean {
    const said = this.#property(properties, kind, kind === 'rStyle' ? ['vanish'] : ['rPr', 'vanish']);
    return said !== undefined && isOn(said);
  }

  isNumbered(properties: Element | undefined): boolean {
    const said = this.#property(properties, 'pStyle', ['numPr', 'numId']);
    return said !== undefined && said.attributes.val !== '0';
  }

  /** A property set here or in a style; a style has run properties in `rPr`, paragraph properties in `pPr`. */
  #property(properties: Element | undefined, kind: 'rStyle' | 'pStyle', path: readonly string[]): Element | undefined {
    const own = path[0] === 'rPr' ? undefined : find(properties, ...path);
    if (own) return own;
    let style = this.#styles.get(find(properties, kind)?.attributes.val ?? '');
    for (let up = 0; style && up < 20; up += 1) {
      const found =
        kind === 'rStyle' ? find(style, 'rPr', ...path) : find(style, ...(path[0] === 'rPr' ? [] : ['pPr']), ...path);
      if (found) return found;
      style = this.#styles.get(find(style, 'basedOn')?.attributes.val ?? '');
    }
    return undefined;
  }
}

/** Whether a switch such as `w:vanish` is on (ST_OnOff). */
export function isOn(element: Element): boolean {
  return !['0', 'false', 'off'].includes(element.attributes.val ?? '');
}
