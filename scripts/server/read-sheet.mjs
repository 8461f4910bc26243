// A thread of its own for a workbook that somebody sent: whatever is in it, only this thread suffers.

import { buffer } from 'node:stream/consumers';
import { parentPort, workerData } from 'node:worker_threads';
import { zipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import yauzl from 'yauzl';
import { hiddenOf } from './hidden-parts.mjs';
import { filledIn, mergedIn } from './merged-cells.mjs';

/**
 * What the archive's directory lists, each entry really unpacked. Throws when the directory promises more
 * than `most` bytes, and when an entry is not as long as it says: yauzl stops it there.
 */
async function unpack(zip, most) {
  const archive = await yauzl.fromBufferPromise(zip, { lazyEntries: true });
  const entries = [];
  let left = most;
  for await (const entry of archive.eachEntry()) {
    left -= entry.uncompressedSize;
    if (left < 0) throw new Error('too much inside');
    const data = await buffer(await archive.openReadStreamPromise(entry));
    entries.push({ name: entry.fileName, data });
  }
  return entries;
}

/** The same entries in a plain archive of ours, so that nothing else is read than what was counted. */
const pack = (entries) =>
  Buffer.from(
    zipSync(Object.fromEntries(entries.map(({ name, data }) => [name, data])), { level: 0 }),
  );

/** All digits as a spreadsheet shows them, fifteen and then zeros; a double would invent the rest. */
function wholeNumber(number) {
  if (Math.abs(number) < 1e15) return number.toFixed(0);
  const [digits, zeros] = number.toExponential(14).split('e+');
  return digits.replace('.', '').padEnd(Number(zeros) + (number < 0 ? 2 : 1), '0');
}

const cellText = (cell) => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'number' ? wholeNumber(cell) : String(cell);
};

/** A spreadsheet counts fifteen digits; what stood behind them is lost. */
const isInexact = (cell) => typeof cell === 'number' && Math.abs(cell) >= 1e15;

try {
  const { file, most, mostRows, fillMerged } = workerData;
  const entries = await unpack(Buffer.from(file), most);
  const hidden = hiddenOf(entries);
  // What would be too many is not read at all.
  if (hidden.filledRows > mostRows) throw new RangeError('rows');
  const sheets = await readXlsx(pack(entries));
  const read = (sheets[hidden.sheet]?.data ?? []).slice(0, mostRows);
  const rows = fillMerged ? filledIn(read, mergedIn(hidden.xml)) : read;
  const seen = (_cell, at) => !hidden.columns(at + 1);
  let left = 0;
  const shown = rows.map((row, at) => {
    if (!hidden.rows.has(at + 1)) return row.filter(seen).map(cellText);
    if (row.some((cell) => cellText(cell).trim() !== '')) left++;
    return [];
  });
  const columns = rows.reduce(
    (most, row) => Math.max(most, row.length - row.filter(seen).length),
    0,
  );
  const said = { rows: left, columns, sheets: hidden.sheets };
  const inexact = rows.flatMap((row, at) =>
    hidden.rows.has(at + 1)
      ? []
      : row.filter(seen).flatMap((cell, column) => (isInexact(cell) ? [[at, column]] : [])),
  );
  parentPort.postMessage({ rows: shown, hidden: said, inexact });
} catch (error) {
  // A zip that is no workbook, or a broken one: the same answer either way.
  parentPort.postMessage(error instanceof RangeError ? { reason: 'too_many_rows' } : null);
}
