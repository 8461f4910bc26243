// Checks a published draw (lianxin-draw-1) without trusting its server: plain Node.js 18 or newer.
// node verify-draw.mjs https://…/draws/ID   or   node verify-draw.mjs list.txt results.txt
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [first, second] = process.argv.slice(2);
const get = (at) =>
  at.startsWith('http') ? fetch(at).then((r) => r.text()) : readFileSync(at, 'utf8');
const list = await get(second ? first : `${first}/list.txt`);
const results = await get(second ?? `${first}/results.txt`);
const hash = createHash('sha256').update(list).digest('hex');
const lines = list.trimEnd().split('\n');
const value = (name) => lines.find((l) => l.startsWith(`${name} `)).slice(name.length + 1);
const seed = results.split('\n')[2].slice(5);
const start = lines.findIndex((l) => l.startsWith('entries ')) + 1;
const entries = lines.slice(start).map((l) => l.split(' '));
const groups = lines
  .slice(0, start)
  .filter((l) => l.startsWith('group '))
  .map((l) => l.split(' '));
const siblings = value('siblings');

const units = new Map();
for (const e of entries) {
  const key = siblings === 'none' || e[4] === '-' ? e[0] : `h${e[4]}`;
  units.set(key, [...(units.get(key) ?? []), e]);
}
const score = (no, weight) =>
  Array.from({ length: weight }, (_, k) =>
    createHmac('sha256', seed)
      .update(`${hash}:${no}:${k + 1}`)
      .digest('hex'),
  )
    .sort()[0]
    .slice(0, 16);
const order = [...units.values()]
  .map((m) => ({
    m,
    tier: Math.max(...m.map((e) => +e[1])),
    score: score(m[0][0], Math.max(...m.map((e) => +e[2]))),
  }))
  .sort((a, b) => a.tier - b.tier || (a.score < b.score ? -1 : 1));

const left = { open: Number(value('open')) };
for (const [, letter, places] of groups) left[letter] = Number(places);
const won = {};
const pass = () => {
  for (const { m } of order) {
    const want = m.filter((e) => !won[e[0]]);
    const trial = { ...left };
    const got = want.flatMap((e) => {
      const at = [...(e[3] === '-' ? '' : e[3]), 'open'].find((letter) => trial[letter] > 0);
      if (at) trial[at] -= 1;
      return at ? [[e[0], at]] : [];
    });
    if (siblings === 'together' && got.length < want.length) continue;
    Object.assign(won, Object.fromEntries(got));
    Object.assign(left, trial);
  }
};
pass();
for (const [, letter, , returns] of groups) {
  if (returns === 'returns') [left.open, left[letter]] = [left.open + left[letter], 0];
}
pass();

let room = value('waiting') === '-' ? Infinity : Number(value('waiting'));
for (const { m } of order) {
  const lost = m.filter((e) => !won[e[0]]);
  const some = siblings === 'together' && lost.length > room ? [] : lost.slice(0, room);
  for (const e of lost) won[e[0]] = some.includes(e) ? 'wait' : 'out';
  room -= some.length;
}
const ranked = order.flatMap(({ m, score }) => m.map((e) => `${e[0]} ${score} ${won[e[0]]}`));
const placed = Object.values(won).filter((o) => o !== 'wait' && o !== 'out').length;
const mine = ['lianxin-draw-1 results', `list ${hash}`, `seed ${seed}`, `placed ${placed}`]
  .concat(ranked.map((line, i) => `${i + 1} ${line}`))
  .join('\n');
const same = mine === results.trimEnd();
process.stdout.write(`${same ? '一致' : '不一致'}：${entries.length} 个号，名单指纹 ${hash}\n`);
process.exitCode = same ? 0 : 1;
