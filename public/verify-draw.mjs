// node verify-draw.mjs https://…/draws/ID   or   node verify-draw.mjs list.txt results.txt   (Node.js 18+, docs/draw.md)
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [a, b] = process.argv.slice(2);
const get = (at) => (at.startsWith('http') ? fetch(at).then((r) => r.text()) : readFileSync(at, 'utf8'));
const [list, results] = [await get(b ? a : `${a}/list.txt`), await get(b ?? `${a}/results.txt`)];
const sha = (text) => createHash('sha256').update(text).digest('hex');
const [hash, lines, seed] = [sha(list), list.trimEnd().split('\n'), results.split('\n')[2].slice(5)];
const all = (name) => lines.filter((l) => l.startsWith(`${name} `)).map((l) => l.split(' ').slice(1));
const [[siblings], [waiting], [source, ...named], [open]] = ['siblings', 'waiting', 'seed', 'open'].map((n) => all(n)[0]);
const lottery = source !== 'house' && /^20\d{5}:\d{3}$/.test(seed);
const fits = lottery || (source !== 'lottery' && seed.split(':').every((part, i) => sha(part) === named[i]));
const entries = lines.slice(lines.findIndex((l) => l.startsWith('entries ')) + 1).map((l) => l.split(' '));
const units = new Map(entries.map((e) => [siblings === 'none' || e[4] === '-' ? e[0] : e[4], []]));
for (const e of entries) (units.get(e[0]) ?? units.get(e[4])).push({ no: e[0], tier: +e[1], weight: +e[2], groups: e[3] });
const ticket = (no, k) => createHmac('sha256', seed).update(`${hash}:${no}:${k}`).digest('hex').slice(0, 16);
const most = (unit, field) => Math.max(...unit.map((e) => e[field]));
const score = (unit) => Array.from({ length: most(unit, 'weight') }, (_, k) => ticket(unit[0].no, k + 1)).sort()[0];
const scored = [...units.values()].map((unit) => ({ unit, tier: most(unit, 'tier'), score: score(unit) }));
const order = scored.sort((x, y) => x.tier - y.tier || (x.score < y.score ? -1 : 1));
let [left, won] = [{ open: +open, ...Object.fromEntries(all('group').map(([letter, n]) => [letter, +n])) }, {}];
const pass = (letters) => order.forEach(({ unit }) => {
  const [want, trial, got] = [unit.filter((e) => !won[e.no]), { ...left }, {}];
  for (const e of want) for (const l of letters(e)) if (!got[e.no] && trial[l] > 0) [trial[l], got[e.no]] = [trial[l] - 1, l];
  if (siblings !== 'together' || Object.keys(got).length === want.length) [left, won] = [trial, Object.assign(won, got)];
});
pass((e) => [...e.groups, 'open']);
for (const [letter, , back] of all('group')) if (back === 'returns') [left.open, left[letter]] = [left.open + left[letter], 0];
pass((e) => [...e.groups, 'open']);
const head = ['lianxin-draw-1 results', `list ${hash}`, `seed ${seed}`, `placed ${Object.keys(won).length}`];
left = { wait: waiting === '-' ? Infinity : +waiting };
pass(() => ['wait']);
const ranked = order.flatMap(({ unit, score: s }) => unit.map((e) => `${e.no} ${s} ${won[e.no] ?? 'out'}`));
const same = fits && [...head, ...ranked.map((line, i) => `${i + 1} ${line}`)].join('\n') === results.trimEnd();
console.log(`${same ? '一致' : '不一致'}：${ranked.length} 个号，名单校验码 ${hash}`);
process.exitCode = same ? 0 : 1;
