import { resolve } from 'node:path';
import { fault, Problems } from '../problem.js';
import { FolderStore } from './folderStore.js';
import { S3Store } from './s3Store.js';
import type { Store } from './store.js';

/** The environment's variables; only the command line reads them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The whole name of a store: a folder's is absolute, because other machines are to find it. */
export function storeName(given: string): string {
  return given.startsWith('s3:') ? given : resolve(given);
}

/**
 * Opens a store by its name: a folder, or `s3://bucket/prefix` with endpoint, region and credentials from the environment, under
 * the names that the AWS command line uses. Throws Problems `store-name`, `store-credentials`.
 */
export function openStore(name: string, environment: Environment): Store {
  if (!name.startsWith('s3:')) return new FolderStore(name);
  const [, bucket, rest = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*))?$/.exec(name) ?? [];
  if (bucket === undefined) throw new Problems([badName(name)]);
  const { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = environment;
  if (!key || !secret) throw new Problems([noCredentials(name)]);
  const region = environment.AWS_REGION || environment.AWS_DEFAULT_REGION || 'us-east-1';
  const endpoint = environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL || amazon(region);
  const prefix = rest.replace(/\/*$/, '') && `${rest.replace(/\/*$/, '')}/`;
  return new S3Store({ bucket, prefix, endpoint, region, key, secret, token: token || undefined });
}

function amazon(region: string): string {
  return `https://s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

function badName(name: string) {
  return fault('store-name', { zh: `不认识的存储：${name}`, en: `no name of a store: ${name}` }, undefined, {
    zh: '写共享文件夹的路径，或 s3://桶/前缀（桶名 3 至 63 个小写字母、数字、点、连字符；前缀用字母、数字）',
    en: 'a folder, or s3://bucket/prefix (3 to 63 lower-case letters, digits, dots, hyphens; then letters and digits)',
  });
}

function noCredentials(name: string) {
  return fault(
    'store-credentials',
    { zh: `没有 ${name} 的访问密钥`, en: `there are no credentials for ${name}` },
    undefined,
    {
      zh: '设环境变量 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY（自建的存储另设 AWS_ENDPOINT_URL、AWS_REGION）',
      en: 'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and for a store of your own AWS_ENDPOINT_URL and AWS_REGION',
    },
  );
}
