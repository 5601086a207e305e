import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problems } from '../problem.js';
import { isCollection, membersOf } from './collection.js';
import { unreadable } from './faults.js';
import type { FaceEntry, FontManifest, RoleEntry } from './manifest.js';
import { usualMember } from './member.js';

/**
 * A folder's `fonts.json`; without one, every font file in it (of a collection the member for simplified Chinese) is a fallback
 * for characters that others lack. Throws Problems: font-unreadable.
 */
export function manifestOf(folder: string): FontManifest {
  const path = join(folder, 'fonts.json');
  if (existsSync(path)) {
    try {
      return soundManifest(JSON.parse(readFileSync(path, 'utf8')));
    } catch (cause) {
      throw new Problems([unreadable(path, cause)]);
    }
  }
  const found = fontsIn(folder);
  const roles = rolesByName(found);
  const playing = new Set(Object.values(roles).map(({ regular }) => regular));
  const usual = found.filter((font) => font.usual).map(({ file }) => file);
  const faces = found
    .filter(({ file, usual }) => usual || playing.has(file))
    .map(({ usual: _, names: __, ...face }) => face);
  return { faces, roles, fallback: usual };
}

/** Throws a plain Error when the file is JSON but no font manifest. */
function soundManifest(value: unknown): FontManifest {
  const manifest = (value ?? {}) as Partial<FontManifest>;
  const { faces, roles, fallback } = manifest;
  const named = Array.isArray(faces) && faces.every((face) => typeof face?.file === 'string');
  if (!named || typeof roles !== 'object' || roles === null || !Array.isArray(fallback)) {
    throw new Error('fonts.json: faces, roles, fallback');
  }
  return { faces, roles, fallback };
}

/** A font file, or a member of one, and its names. */
interface Found extends FaceEntry {
  readonly names: readonly string[];
  /** Whether it is a fallback for characters that others lack. */
  readonly usual: boolean;
}

function fontsIn(folder: string): Found[] {
  try {
    const files = readdirSync(folder).filter((file) => /\.(ttf|otf|woff2?|ttc|otc)$/i.test(file));
    return files.sort().flatMap((file) => fontsOf(folder, file));
  } catch (cause) {
    throw new Problems([unreadable(folder, cause)]);
  }
}

function fontsOf(folder: string, file: string): Found[] {
  const whole = { file, family: '', bold: /bold/i.test(file), names: [file], usual: true };
  if (!/c$/i.test(file)) return [whole];
  try {
    const bytes = readFileSync(join(folder, file));
    if (!isCollection(bytes)) return [whole];
    const members = membersOf(bytes);
    const usual = usualMember(members);
    return members.map((member) => ({
      ...whole,
      file: `${file}#${member.index}`,
      bold: [file, ...member.names].some((name) => /bold/i.test(name)),
      names: [file, ...member.names],
      usual: member === usual,
    }));
  } catch {
    // `openFace` says what is wrong.
    return [whole];
  }
}

/** 楷体 and 仿宋 files are recognised by their usual names, so that dropping a file into the folder is enough. */
function rolesByName(found: readonly Found[]): FontManifest['roles'] {
  const patterns = { 楷体: /kai|楷/i, 仿宋: /(?<!ping)fang|仿宋/i, 小标宋: /xiaobiao|标宋/i } as const;
  const roles: Record<string, RoleEntry> = {};
  for (const [role, pattern] of Object.entries(patterns)) {
    const font = found.find(({ names }) => names.some((name) => pattern.test(name)));
    if (font) roles[role] = { regular: font.file, bold: font.file };
  }
  return roles;
}
