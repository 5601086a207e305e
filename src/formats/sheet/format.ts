import type { FormatRow } from '../format.js';

const words = { zh: '开放数据（一行一指标）', en: 'open data (a row an indicator)' };

export const csv = {
  name: 'csv',
  kind: 'data',
  words,
  takes: [],
  write: async ({ data }) => (await import('./csv.js')).writeCsv(await data()),
  verify: async (bytes, { data }) => (await import('./verify.js')).verifyCsv(bytes, await data()),
  prove: async (bytes) => {
    (await import('./csv.js')).readCsv(bytes);
  },
} as const satisfies FormatRow;

export const xlsx = {
  name: 'xlsx',
  kind: 'data',
  words,
  takes: [],
  write: async ({ data, document }) => (await import('./xlsx.js')).writeXlsx(await data(), document),
  verify: async (bytes, { data }) => (await import('./verify.js')).verifyXlsx(bytes, await data()),
  prove: async (bytes) => (await import('../office/sound.js')).proveOffice(bytes),
} as const satisfies FormatRow;
