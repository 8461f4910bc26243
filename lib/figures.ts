import { type SQL, sql } from 'drizzle-orm';

/**
 * A number that is reported: what it counts, in words and as a condition over a set of rows. The number and the
 * list behind it are made of the same condition, so they cannot differ.
 */
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** 口径: what is counted and what is not, as it stands below the number. */
  readonly about: string;
  /** Counted over the days of a period, or as it is on one day. */
  readonly time: 'period' | 'as_of';
  /** Null where the parts of a table add up to the whole; else why they do not. */
  readonly notAdditive: string | null;
  /** Name of the set of rows, whose columns `where`, `each` and `amount` speak of. */
  readonly from: string;
  /** Which rows of the set count. */
  readonly where: SQL;
  /** What is counted once, however many rows it has; null counts every row. */
  readonly each: SQL | null;
  /** What one row counts; null for one. */
  readonly amount: SQL | null;
}

type Declared = Pick<Figure, 'id' | 'label' | 'unit' | 'about' | 'from'> & Partial<Figure>;

/** Declares a figure over a period that counts every row and adds up, where nothing else is said. */
export const figure = (declared: Declared): Figure => ({
  time: 'period',
  notAdditive: null,
  where: sql`true`,
  each: null,
  amount: null,
  ...declared,
});

/** The number, as an aggregate over its set; `also` narrows the rows further. Never null. */
export function figureValue({ where, each, amount }: Figure, also: SQL = sql`true`): SQL {
  const counted = each ? sql`count(distinct ${each})` : sql`count(*)`;
  const made = amount ? sql`sum(${amount})` : counted;
  return sql`coalesce(${made} filter (where ${where} and ${also}), 0)::int`;
}

/**
 * The rows behind the number, all columns of its set: as many as it says where it counts rows, one for each of
 * what it counts once.
 */
export function figureRows({ from, where, each }: Figure, also: SQL = sql`true`): SQL {
  const once = each ? sql`distinct on (${each}) ` : sql``;
  const order = each ? sql` order by ${each}, starts_at desc` : sql``;
  return sql`select ${once}* from ${sql.identifier(from)} where ${where} and ${also}${order}`;
}
