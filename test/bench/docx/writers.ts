import { Document as DocxDocument, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { TemplateData } from './template.js';

/** docxtemplater as its own documentation calls it. */
export function filled(template: Uint8Array, data: TemplateData): Uint8Array {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
  document.render(data);
  return document.toBuffer({ compression: 'DEFLATE' });
}

/** The same words through the docx package: rows and cells, nothing said of their looks. */
export function byDocx({ forms }: TemplateData): Promise<Uint8Array> {
  const children = forms.map(({ rows }) => {
    const cell = (words: string) => {
      const lines = words.split('\n').map((text) => new Paragraph({ children: [new TextRun(text)] }));
      return new TableCell({ children: lines });
    };
    return new Table({ rows: rows.map((row) => new TableRow({ children: Object.values(row).map(cell) })) });
  });
  return Packer.toBuffer(new DocxDocument({ sections: [{ children }] }));
}
