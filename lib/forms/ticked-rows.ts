import { z } from 'zod';

/** How many rows may be ticked at once: an officer can still read what they approve. */
export const bulkLimit = 50;

const reload = '页面已更新，请刷新后再试';
const several = <T extends z.ZodType>(one: T, none: string) =>
  z.preprocess(
    // One ticked row alone arrives as a plain string.
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(one).min(1, none).max(bulkLimit, `一次最多办 ${bulkLimit} 件，请分批办理`),
  );

/** A ticked row and the version that the page showed. */
export interface TickedRow {
  readonly id: string;
  readonly version: number;
}

const versioned = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/i, reload)
  .transform((sent): TickedRow => {
    const [id = '', version] = sent.split(':');
    return { id, version: Number(version) };
  });

/**
 * The rows of a bulk form, each sent as `id:version`.
 * @param none what is said when no row was ticked
 */
export const tickedRows = (none: string) => several(versioned, none);

/** The rows of a bulk form where an id alone says which; `none` is said when no row was ticked. */
export const tickedIds = (none: string) => several(z.uuid(reload), none);
