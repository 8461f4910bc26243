import { timestamp } from 'drizzle-orm/pg-core';
import type { SealedColumn } from '@/lib/crypto/field';

/** An instant: always with its zone, so that the server's own never matters. */
export const at = (name: string) => timestamp(name, { withTimezone: true });

/** Where a sealed column lives: writer and reader must name the same place. */
export const sealedColumn =
  (table: string, column: string) =>
  (rowId: string): SealedColumn => ({ table, column, rowId });
