import { sha256 } from '../kept/digest.js';
import { fault, Problems } from '../problem.js';

/** What all machines of a queue reach: whole files under keys such as `blobs/3fa/3fa8…`, each written once and never changed. */
export interface Store {
  /** As the user wrote it; never with credentials. */
  readonly name: string;
  /** The bytes under a key; undefined where there are none. Throws StoreAway. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Puts bytes under a key, whole or not at all; what stands there already stays. Throws StoreAway. */
  put(key: string, bytes: Uint8Array): Promise<void>;
}

/** The store cannot be reached, or does not do its work now: what was asked of it may be asked again later. */
export class StoreAway extends Error {}

/** Names the store, so that a disk that is not mounted is not taken for an empty one. */
const markKey = 'jibiao-store.json';

/** The name that a store has been given; gives it one if it has none. Throws StoreAway. */
export async function markStore(store: Store, fresh: string): Promise<string> {
  const known = await storeMark(store);
  if (known !== undefined) return known;
  await store.put(markKey, new TextEncoder().encode(`${JSON.stringify({ store: fresh })}\n`));
  return (await storeMark(store)) ?? fresh;
}

async function storeMark(store: Store): Promise<string | undefined> {
  const bytes = await store.get(markKey);
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as { store: string }).store;
}

/** Throws StoreAway where the store is not the one of that name: a disk that is not mounted, another bucket. */
export async function expectStore(store: Store, mark: string): Promise<void> {
  const found = await storeMark(store);
  if (found === mark) return;
  throw new StoreAway(`${store.name}: ${found === undefined ? 'no store is there' : 'another store is there'}`);
}

/** Puts bytes under their SHA-256, and returns it. Throws StoreAway. */
export async function putBlob(store: Store, bytes: Uint8Array): Promise<string> {
  const digest = sha256(bytes);
  await store.put(blobKey(digest), bytes);
  return digest;
}

/** The bytes of a digest. Throws StoreAway, and Problems `store-lacks` where they are not there or are others. */
export async function getBlob(store: Store, digest: string): Promise<Uint8Array> {
  const bytes = await store.get(blobKey(digest));
  if (bytes && sha256(bytes) === digest) return bytes;
  const key = blobKey(digest);
  const message = bytes
    ? { zh: `存储里的 ${key} 已损坏`, en: `${key} in the store is damaged` }
    : { zh: `存储里没有 ${key}`, en: `the store lacks ${key}` };
  const hint = {
    zh: `从备份恢复它，或删去它再用 jibiao queue add 加一次`,
    en: 'restore it from a backup, or delete it and add the reports again',
  };
  throw new Problems([fault('store-lacks', message, { file: store.name }, hint)]);
}

function blobKey(digest: string): string {
  return keyIn('blobs', digest);
}

/** A key in one of 4,096 folders, so that none holds too many files. */
export function keyIn(folder: string, name: string): string {
  return `${folder}/${name.slice(0, 3)}/${name}`;
}
