// The least that could book a place: node:http and postgres.js, and the statements of bench/plan.ts.
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import postgres from 'postgres';
import { loginUrlOf } from '../db/credentials.mjs';

const plan = JSON.parse(fs.readFileSync(process.env.BENCH_PLAN, 'utf8'));
const sql = postgres(loginUrlOf(process.env), {
  max: Number(process.env.DATABASE_POOL ?? 10),
  onnotice() {},
  connection: { role: 'lianxin_app', statement_timeout: 2500, lock_timeout: 3000 },
});
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const fixed = new Set(plan.fixed);
let made = 0;

/** The recorded values with this request's own in place of the recorded person's. */
function fill(params, swaps) {
  return params.map((value) => {
    if (typeof value !== 'string') return value;
    const own = swaps.find(([from]) => from === value);
    if (own) return own[1];
    let text = value;
    for (const [from, to] of swaps) text = text.replaceAll(from, to);
    // An id that nobody knows yet, such as the notice's, is made anew.
    return uuid.test(text) && !fixed.has(text) ? randomUUID() : text;
  });
}

async function book(person, sessionId, key) {
  const booking = randomUUID();
  const number = `BARE${process.pid}-${++made}`;
  const { ids } = plan;
  const swaps = [
    [ids.account, person.account_id],
    [ids.person, person.person_id],
    [ids.session, sessionId],
    [ids.booking, booking],
    [ids.key, key],
    [plan.number, number],
  ];
  await sql.begin('isolation level read committed', async (tx) => {
    for (const batch of plan.batches) {
      await Promise.all(
        batch.map(({ text, params }) => tx.unsafe(text, fill(params, swaps), { prepare: true })),
      );
    }
  });
  return { bookingId: booking, number };
}

const json = { 'content-type': 'application/json' };

const limits = { scopes: ['book_account', 'book_address'], most: [12, 1200], seconds: [10, 10] };

/** The portal's two statements: who asks, and whether they flood the door and anything is left. */
async function refuse(token, sessionId, address) {
  const hash = createHash('sha256').update(token).digest('hex');
  const [person] = await sql`select * from find_session(${hash}, 30, 15)`;
  const [row] = await sql`select
    count_burst(${limits.scopes}, ${[person.account_id, address]}, ${limits.most}, ${limits.seconds}) as wait,
    is_sold_out(${sessionId}, ${person.account_id}) as gone`;
  return { status: 'refused', code: row.gone ? 'full' : 'free' };
}

async function handle(request, response) {
  if (request.url === '/api/health') return response.writeHead(200, json).end('{"status":"ok"}');
  let body = '';
  for await (const part of request) body += part;
  const { sessionId } = JSON.parse(body);
  const token = /lx=([^;]+)/.exec(request.headers.cookie)[1];
  if (request.url === '/refuse') {
    const refusal = await refuse(token, sessionId, request.headers['x-forwarded-for']);
    return response.writeHead(409, json).end(JSON.stringify(refusal));
  }
  const hash = createHash('sha256').update(token).digest('hex');
  const [person] = await sql`select * from find_session(${hash}, 30, 15)`;
  const made = await book(person, sessionId, request.headers['idempotency-key']);
  response.writeHead(200, json).end(JSON.stringify({ status: 'ok', data: made }));
}

const server = http.createServer((request, response) => {
  handle(request, response).catch((error) => {
    console.error(error.message);
    response.writeHead(500).end();
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
