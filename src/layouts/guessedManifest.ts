import type { Manifest } from './manifest.js';
import { readRegion } from './manifestRegion.js';

type Facts = Partial<Record<keyof Manifest, unknown>>;

/**
 * What a faulty manifest still says of whose table it is, or else its folder does (桃源县/project-2026): whoever would print that
 * table is told, and gets no other form instead. Everything else in it is of no account.
 */
export function guessedManifest(id: string, text = ''): Manifest {
  const [place = '', table = ''] = id.split('/');
  const found = factsIn(text);
  const years = Array.isArray(found.years) ? found.years.filter((year) => Number.isInteger(year)) : undefined;
  const [ofFolder] = /\d{4}$/.exec(table) ?? [];
  return {
    id,
    name: { zh: id, en: id },
    region: regionIn(found.region, place),
    table: tableIn(found.table, table),
    shape: 'form',
    years: years ?? (ofFolder === undefined ? [] : [Number(ofFolder)]),
    ...(found.undated === true && { undated: true }),
    paper: 'A4',
    direction: 'portrait',
    moneyUnit: 'report',
    thousands: false,
    title: id,
    published: id,
  };
}

/** The fields that can be told apart, also in a text that is no JSON: `"region": { "code": "320500", "name": "苏州市" }`. */
function factsIn(text: string): Facts {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    const region = /"region"\s*:\s*\{([^}]*)/.exec(text)?.[1] ?? '';
    const years = /"years"\s*:\s*\[([^\]]*)/.exec(text)?.[1];
    return {
      region: { code: wordIn(region, 'code'), name: wordIn(region, 'name'), parent: wordIn(region, 'parent') },
      table: wordIn(text, 'table'),
      ...(years !== undefined && { years: (years.match(/\b\d{4}\b/g) ?? []).map(Number) }),
      undated: /"undated"\s*:\s*true/.test(text),
    };
  }
}

function wordIn(text: string, field: string): string | undefined {
  return new RegExp(`"${field}"\\s*:\\s*"([^"\\n]*)"`).exec(text)?.[1];
}

function tableIn(said: unknown, folder: string): Manifest['table'] {
  if (said === 'project' || said === 'department') return said;
  return folder.startsWith('department') ? 'department' : 'project';
}

/** A region that is not listed and names no parent stands below the whole country. */
function regionIn(said: unknown, folder: string): Manifest['region'] {
  const { code, name, parent, below } = (typeof said === 'object' && said !== null ? said : {}) as Record<
    string,
    unknown
  >;
  const own = {
    ...(typeof code === 'string' && /^\d{6}$/.test(code) && { code }),
    name: typeof name === 'string' && name !== '' ? name : folder,
    ...(typeof parent === 'string' && parent !== '' && { parent }),
  };
  const listed = [own, { name: own.name }, { name: own.name, parent: '全国' }].flatMap((region) => {
    const reading = readRegion(region);
    return 'region' in reading ? [reading.region] : [];
  });
  return { ...(listed[0] ?? { name: own.name }), ...(below === true && { below }) };
}
