import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fault, Problems } from '../problem.js';
import { shippedTemplates } from './paths.js';

/**
 * The folders that a product's templates are looked for in, the shipped one first. Throws Problems `templates-missing`: a folder
 * without any would be passed over without a word.
 */
export function templateFolders(own: readonly string[], product: string): string[] {
  const empty = own.filter((folder) => !existsSync(join(folder, product)));
  const message = { zh: `里面没有 ${product} 文件夹`, en: `has no folder ${product}` };
  const hint = {
    zh: `应指向上一级文件夹：其中有 ${product}，模板在它里面`,
    en: `name the folder that holds ${product}, which holds the templates`,
  };
  if (empty.length > 0) throw new Problems(empty.map((file) => fault('templates-missing', message, { file }, hint)));
  return [shippedTemplates, ...own];
}
