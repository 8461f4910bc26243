import 'server-only';
import { gunzipSync, gzipSync } from 'node:zlib';
import { importCells } from '@/db/schema/imports';
import { openBytes, sealBytes } from '@/lib/crypto/sealed-bytes';
import type { CellAt } from '@/lib/documents/table-file';

/** What a file holds: its rows as text, and the cells whose digits a spreadsheet has lost. */
export interface Cells {
  readonly rows: readonly (readonly string[])[];
  readonly inexact: readonly CellAt[];
}

/** The cells of a file as they are stored, sealed for this import. */
export const packCells = (importId: string, cells: Cells): Buffer =>
  sealBytes(gzipSync(JSON.stringify(cells)), importCells(importId));

/** Throws SealBroken for what was sealed elsewhere. */
export const unpackCells = (importId: string, stored: Uint8Array): Cells =>
  JSON.parse(gunzipSync(openBytes(stored, importCells(importId))).toString());
