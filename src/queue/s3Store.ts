import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { type Store, StoreAway } from './store.js';

/** Where an S3-compatible store is, and the right to use it. Of these only the bucket and the prefix are ever told. */
export interface S3Place {
  readonly bucket: string;
  /** '' or `a/b/`. */
  readonly prefix: string;
  /** Such as `https://s3.cn-north-1.amazonaws.com.cn`. */
  readonly endpoint: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
  readonly token?: string | undefined;
}

/** How often a request is made, milliseconds before the second (each time twice as many), and for how long one may take. */
const tries = 6;
const firstPause = 200;
const longest = 60_000;

/** A bucket, addressed by path, which all such stores understand. */
export class S3Store implements Store {
  readonly name: string;
  readonly #client: AwsClient;
  readonly #base: string;

  constructor(place: S3Place) {
    this.name = `s3://${place.bucket}/${place.prefix}`;
    this.#base = `${place.endpoint.replace(/\/$/, '')}/${place.bucket}/${place.prefix}`;
    this.#client = new AwsClient({
      accessKeyId: place.key,
      secretAccessKey: place.secret,
      ...(place.token !== undefined && { sessionToken: place.token }),
      region: place.region,
      service: 's3',
      retries: 0,
    });
  }

  get(key: string): Promise<Uint8Array | undefined> {
    return this.#ask('GET', key, async (answer) => {
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      if (answer.status === 404 && /<Code>NoSuchKey</.test(await answer.text())) return undefined;
      throw new Error(`${answer.status}`);
    });
  }

  /** A store that knows no conditions writes the same bytes again. */
  put(key: string, bytes: Uint8Array): Promise<void> {
    const request = { body: bytes as BodyInit, headers: { 'if-none-match': '*', 'content-length': `${bytes.length}` } };
    return this.#ask(
      'PUT',
      key,
      async (answer) => {
        await answer.arrayBuffer();
        // 412: it is there. 409: another machine is writing it at this moment.
        if (!answer.ok && answer.status !== 412) throw new Error(`${answer.status}`);
      },
      request,
    );
  }

  /** Asks until there is an answer that `take` understands. A cut connection, a busy store and a cut answer are asked again. */
  async #ask<T>(
    method: string,
    key: string,
    take: (answer: Response) => Promise<T>,
    request: RequestInit = {},
  ): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        const signal = AbortSignal.timeout(longest);
        return await take(await this.#client.fetch(`${this.#base}${key}`, { ...request, method, signal }));
      } catch (cause) {
        if (tried === tries) throw new StoreAway(`${this.name}: ${reasonOf(cause)}`, { cause });
      }
      await pause(firstPause * 2 ** (tried - 1));
    }
  }
}

/** `fetch failed` says nothing; what it has for a cause does. */
function reasonOf(cause: unknown): string {
  const { message, cause: inner } = cause as Error;
  return inner instanceof Error && inner.message !== '' ? inner.message : message;
}
