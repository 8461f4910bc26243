// A thread of its own for a workbook that somebody sent: whatever is in it, only this thread suffers.
import { parentPort, workerData } from 'node:worker_threads';
import { crc32, inflateRawSync } from 'node:zlib';
import readXlsx from 'read-excel-file/node';
import { hiddenOf } from './hidden-parts.mjs';

const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;

/** What the archive's directory lists, each entry really unpacked; throws once `most` bytes came out. */
function unpack(zip, most) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('no archive');
  const entries = [];
  let left = most;
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('broken directory');
    const [nameLength, extra, comment] = [28, 30, 32].map((more) => zip.readUInt16LE(at + more));
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(local) !== LOCAL) throw new Error('broken entry');
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    // The directory's own figure may lie, so it is the unpacker that stops.
    const stored = zip.readUInt16LE(at + 10) === 0;
    const data = stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
    left -= data.length;
    if (left < 0) throw new Error('too much inside');
    entries.push({ name: zip.subarray(at + 46, at + 46 + nameLength), data });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** The same entries in a plain archive of ours: headers that agree, nothing between them. */
function pack(entries) {
  const body = [];
  const directory = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const both = Buffer.alloc(26);
    both.writeUInt16LE(20, 0);
    both.writeUInt32LE(crc32(data), 10);
    both.writeUInt32LE(data.length, 14);
    both.writeUInt32LE(data.length, 18);
    both.writeUInt16LE(name.length, 22);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(ENTRY, 0);
    both.copy(listed, 6);
    listed.writeUInt32LE(offset, 42);
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), both]);
    body.push(head, name, data);
    directory.push(listed, name);
    offset += head.length + name.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, list, end]);
}

const cellText = (cell) => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'number' ? cell.toFixed(0) : String(cell);
};

try {
  const { file, most, mostRows } = workerData;
  const entries = unpack(Buffer.from(file), most);
  const hidden = hiddenOf(entries);
  const sheets = await readXlsx(pack(entries));
  const rows = (sheets[hidden.sheet]?.data ?? []).slice(0, mostRows);
  const seen = (_cell, at) => !hidden.columns(at + 1);
  let left = 0;
  const shown = rows.map((row, at) => {
    if (!hidden.rows.has(at + 1)) return row.filter(seen).map(cellText);
    if (row.some((cell) => cellText(cell).trim() !== '')) left++;
    return [];
  });
  const columns = Math.max(0, ...rows.map((row) => row.length - row.filter(seen).length));
  const said = { rows: left, columns, sheets: hidden.sheets };
  parentPort.postMessage({ rows: shown, hidden: said });
} catch {
  // A zip that is no workbook, or a broken one: the same answer either way.
  parentPort.postMessage(null);
}
