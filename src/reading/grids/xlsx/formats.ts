import { elements, find } from '../../../formats/office/element.js';
import type { OfficeFile } from '../officeFile.js';
import { builtIn } from './formatCode.js';
import { type Format, formatOf, type Shown, textFormatOf } from './shown.js';

export interface CellFormat {
  readonly number: Format;
  readonly text: (text: string) => string;
}

/** The formats of a workbook's cells, by the number of a cell's style. */
export class Formats {
  /** The code of each style. */
  readonly #codes: readonly string[];
  readonly #made = new Map<string, CellFormat>();

  constructor(
    file: OfficeFile,
    main: string,
    readonly is1904: boolean,
  ) {
    const [root] = file.trees(main, 'styles');
    const own = new Map(
      elements(find(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
        attributes.numFmtId,
        attributes.formatCode ?? '',
      ]),
    );
    this.#codes = elements(find(root, 'cellXfs'), 'xf').map(({ attributes: { numFmtId = '0' } }) => {
      return own.get(numFmtId) ?? builtIn[Number(numFmtId)] ?? 'General';
    });
  }

  of(style: string | undefined): CellFormat {
    return this.#byCode(this.#codes[Number(style ?? 0)] ?? 'General');
  }

  get isoDate(): CellFormat {
    return this.#byCode('yyyy-mm-dd');
  }

  #byCode(code: string): CellFormat {
    const made = this.#made.get(code) ?? { number: remembered(formatOf(code, this.is1904)), text: textFormatOf(code) };
    this.#made.set(code, made);
    return made;
  }
}

/** Years and the money of a project stand in each of its rows. */
function remembered(format: Format): Format {
  const known = new Map<string, Shown>();
  return (value) => {
    const shown = known.get(value) ?? format(value);
    if (known.size < mostRemembered) known.set(value, shown);
    return shown;
  };
}

const mostRemembered = 5_000;
