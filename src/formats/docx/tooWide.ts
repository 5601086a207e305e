import type { Document } from '../../document/document.js';
import { blocks } from '../../document/walk.js';
import { fault, Problems } from '../../problem.js';

/** Word does not open a file with a wider table. */
const mostColumns = 63;

/** Throws Problems `docx-columns`, one for each table that Word would refuse. */
export function refuseWide(document: Document): void {
  const tables = [...blocks(document)].filter((block) => block.type === 'table');
  const problems = tables.flatMap(({ columns: { length } }, index) =>
    length <= mostColumns
      ? []
      : [
          fault(
            'docx-columns',
            {
              zh: `表${index + 1} 有 ${length} 列，Word 打不开超过 ${mostColumns} 列的表格`,
              en: `table ${index + 1} has ${length} columns; Word opens no table of more than ${mostColumns}`,
            },
            undefined,
            {
              zh: '不出 DOCX：--to pdf,html；要 DOCX，请在版式里分成几张表',
              en: 'leave the DOCX out, --to pdf,html; or make several tables of it in the layout',
            },
          ),
        ],
  );
  if (problems.length > 0) throw new Problems(problems);
}
