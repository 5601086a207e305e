import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * An S3-compatible store as far as jibiao asks: GET and PUT by path, `If-None-Match: *`, requests signed by version 4 of AWS'
 * signatures, which it computes anew by itself. It can be told to answer badly.
 */

/** How the next request is answered, if not well. `lost`: done, but the answer is cut. */
export type Fault = 'busy' | 'cut' | 'half' | 'lost';

export interface FakeS3 {
  readonly environment: Readonly<Record<string, string>>;
  readonly objects: Map<string, Buffer>;
  /** What was asked, such as `PUT 412 /bucket/key`. */
  readonly asked: string[];
  close(): Promise<void>;
}

const secret = 'a secret/of+the test';
const keyId = 'KEYOFTHETEST';

/** `faultOf` says of each request how it fails; undefined for not at all. */
export async function startS3(
  faultOf: (request: IncomingMessage) => Fault | undefined = () => undefined,
): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const server = createServer(async (request, answer) => {
    const body = await bodyOf(request);
    const fault = faultOf(request);
    if (fault === 'cut') return void request.socket.destroy();
    const { status, bytes } =
      fault === 'busy' ? { status: 503, bytes: xml('SlowDown') } : answered(request, body, objects);
    asked.push(`${request.method} ${status} ${request.url}`);
    if (fault === 'lost') return void request.socket.destroy();
    send(answer, status, bytes, fault === 'half');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const environment = {
    AWS_ACCESS_KEY_ID: keyId,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_REGION: 'cn-north-1',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  };
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { environment, objects, asked, close };
}

function answered(request: IncomingMessage, body: Buffer, objects: Map<string, Buffer>) {
  const { method, url = '', headers } = request;
  if (!isSigned(request, body)) return { status: 403, bytes: xml('SignatureDoesNotMatch') };
  if (method === 'PUT') {
    if (headers['if-none-match'] === '*' && objects.has(url)) return { status: 412, bytes: xml('PreconditionFailed') };
    objects.set(url, body);
    return { status: 200, bytes: Buffer.alloc(0) };
  }
  const found = objects.get(url);
  return found ? { status: 200, bytes: found } : { status: 404, bytes: xml('NoSuchKey') };
}

function send(answer: ServerResponse, status: number, bytes: Buffer, half: boolean): void {
  answer.writeHead(status, { 'content-length': bytes.length });
  if (!half) return void answer.end(bytes);
  answer.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => answer.socket?.destroy());
}

function xml(code: string): Buffer {
  return Buffer.from(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** AWS' "Signature Version 4", for requests whose path needs no escapes and which have no query. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const [, key, day, region, signed = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const sum = headers['x-amz-content-sha256'];
  if (key !== keyId || (sum !== 'UNSIGNED-PAYLOAD' && sum !== hash(body))) return false;
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}\n`);
  const asked = [method, url, '', lines.join(''), signed, sum].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(Buffer.from(asked))].join('\n');
  const keys = [day, region, 's3', 'aws4_request'] as string[];
  const last = keys.reduce<Buffer | string>((with_, word) => mac(with_, word), `AWS4${secret}`);
  return mac(last, text).toString('hex') === signature;
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function mac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
