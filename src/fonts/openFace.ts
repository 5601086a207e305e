import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { sha256 } from '../kept/digest.js';
import { fault, type Problem } from '../problem.js';
import { BlockFile } from './blockFile.js';
import { isCollection } from './collection.js';
import { Face } from './face.js';
import { damaged, unreadable } from './faults.js';
import type { FaceEntry } from './manifest.js';
import { chosenMember, splitName } from './member.js';
import { decodeOffsets } from './offsets.js';
import { fillOutlines, fillTables } from './outlines.js';

/** A face whose file is read and checked whole; undefined, with the reason in `problems`, when it cannot be used. */
export function openFace(folder: string, entry: FaceEntry, problems: Problem[]): Face | undefined {
  const { file, wanted } = splitName(entry.file);
  const path = join(folder, file);
  try {
    const whole = readFileSync(path);
    const bytes = isCollection(whole) ? chosenMember(whole, wanted, path) : whole;
    const wrong = (Buffer.isBuffer(bytes) ? wrongFormat(path, bytes, entry) : bytes) ?? wrongSum(path, whole, entry);
    if (wrong || !Buffer.isBuffer(bytes)) {
      if (wrong) problems.push(wrong);
      return undefined;
    }
    const font = fontkit.create(bytes) as fontkit.Font;
    const refused = refusedFont(path, font);
    if (refused) {
      problems.push(refused);
      return undefined;
    }
    decodeOffsets(font, bytes);
    return new Face(font, join(folder, entry.file), entry.family || font.familyName, entry.bold, bytes);
  } catch (cause) {
    problems.push(unreadable(path, cause));
    return undefined;
  }
}

/**
 * A face whose file is read by blocks: tables now, outlines when asked for. Undefined when it has no checksums of blocks or
 * anything is wrong: `openFace` then says what. Outlines that later turn out to be damaged throw Problems.
 */
export function openByBlocks(folder: string, entry: FaceEntry): Face | undefined {
  const path = join(folder, entry.file);
  let file: BlockFile | undefined;
  try {
    file = BlockFile.open(folder, path, entry);
    const face = file && faceOf(file, path, entry);
    if (!face) file?.close();
    return face;
  } catch {
    file?.close();
    return undefined;
  }
}

function faceOf(file: BlockFile, path: string, entry: FaceEntry): Face | undefined {
  // The first block has the directory of tables.
  file.need(0, 1);
  if (wrongFormat(path, file.bytes, entry)) return undefined;
  const font = fontkit.create(file.bytes) as fontkit.Font;
  fillTables(font, file);
  if (refusedFont(path, font)) return undefined;
  decodeOffsets(font, file.bytes);
  const outline = fillOutlines(font, file);
  const partly = { outline, all: () => file.needAll() };
  return new Face(font, path, entry.family || font.familyName, entry.bold, file.bytes, partly);
}

/** WOFF is refused because pdfkit hangs on it or writes 189 MB. */
function wrongFormat(path: string, bytes: Buffer, entry: FaceEntry): Problem | undefined {
  const magic = bytes.subarray(0, 4).toString('latin1');
  if (magic === '\0\x01\0\0' || magic === 'true' || magic === 'OTTO') return undefined;
  return fault(
    'font-format',
    { zh: `字体 ${entry.file} 不是 TrueType 或 OpenType 文件`, en: `${entry.file} is no TrueType or OpenType file` },
    { file: path },
    {
      zh: '请换用 .ttf、.otf 或 .ttc 文件（WOFF、WOFF2 不能用）',
      en: 'use a .ttf, .otf or .ttc file (WOFF and WOFF2 cannot be used)',
    },
  );
}

function wrongSum(path: string, bytes: Buffer, entry: FaceEntry): Problem | undefined {
  return !entry.sha256 || sha256(bytes) === entry.sha256 ? undefined : damaged(entry.file, path);
}

function refusedFont(path: string, font: fontkit.Font): Problem | undefined {
  if (Object.keys(font.variationAxes ?? {}).length > 0) {
    return fault(
      'font-variable',
      { zh: '可变字体会被嵌成最细的一级', en: 'a variable font would be embedded at its thinnest weight' },
      { file: path },
      { zh: '请换用静态字体文件', en: 'use a static font file' },
    );
  }
  const type = font['OS/2']?.fsType as unknown as { noEmbedding?: boolean } | undefined;
  if (type?.noEmbedding) {
    return fault(
      'font-restricted',
      { zh: '该字体的授权不许嵌入', en: "the font's licence bits forbid embedding" },
      { file: path },
    );
  }
  return undefined;
}
