import { type Bilingual, fault, type Problem, Problems } from '../problem.js';

/** A name for the file of a report, without what no system allows in it. Throws Problems `desk-bad-name`. */
export function cleanName(name: string): string {
  const clean = [...name.normalize('NFC')]
    .map((character) => (/[\p{C}/\\:*?"<>|]/u.test(character) ? ' ' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 80);
  if (clean !== '') return clean;
  throw new Problems([
    fault('desk-bad-name', { zh: '这个名称不能作文件名', en: 'this is no name for a file' }, undefined, {
      zh: '例如：科协2026',
      en: 'for example: science-2026',
    }),
  ]);
}

export function nameTaken(name: string): Problem {
  return fault('desk-name-taken', { zh: `文件夹里已有“${name}”`, en: `there is a “${name}” already` }, undefined, {
    zh: '换一个名称',
    en: 'take another name',
  });
}

export function noReport(name: string): Problem {
  return fault('desk-no-report', { zh: `文件夹里没有报告“${name}”`, en: `there is no report “${name}”` });
}

/** What the disk says, in words. */
export function troubleWords(cause: unknown): Bilingual {
  const [first] = cause instanceof Problems ? cause.problems : [];
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const text = first?.message.zh ?? (cause instanceof Error ? cause.message : String(cause));
  if (code === 'ENOSPC' || text.includes('ENOSPC'))
    return {
      zh: '磁盘满了：改动还在这一页里，腾出空间后自动存盘',
      en: 'the disk is full: changes stay in this page until there is room',
    };
  if (first) return first.message;
  if (code === 'EACCES' || code === 'EROFS')
    return { zh: '没有写入这个文件夹的权限', en: 'there is no permission to write to this folder' };
  if (code === 'ENOENT')
    return { zh: '存不进文件：文件夹不在了，放回来就补存', en: 'cannot save: the folder is gone; put it back' };
  return { zh: `存不进文件：${text}`, en: `cannot save: ${text}` };
}
