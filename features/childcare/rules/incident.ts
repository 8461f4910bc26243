export interface IncidentBody {
  readonly what: string;
  readonly action: string;
  /** Whom the staff told on the spot. */
  readonly told: string | null;
}

/** Reads a sealed line of the incident log; an unreadable one shows as such instead of failing the page. */
export function parseIncident(text: string): IncidentBody {
  const parsed: unknown = JSON.parse(text);
  const of = (key: string) => {
    const value: unknown = typeof parsed === 'object' && parsed ? Reflect.get(parsed, key) : null;
    return typeof value === 'string' ? value : '';
  };
  return { what: of('what'), action: of('action'), told: of('told') || null };
}

/** A line of the log with what was later written to correct it, newest matter first. */
export function withCorrections<
  L extends { id: string; correctsId: string | null; happenedAt: Date },
>(lines: readonly L[]): { line: L; corrections: L[] }[] {
  const firsts = lines.filter((line) => line.correctsId === null);
  return firsts
    .map((line) => ({ line, corrections: lines.filter((later) => later.correctsId === line.id) }))
    .toSorted((a, b) => b.line.happenedAt.getTime() - a.line.happenedAt.getTime());
}
