import 'server-only';

type Hook = () => Promise<void> | void;
const hooks = new Map<string, Hook>();

/**
 * A named spot at which a race test may hold a transaction. Production builds fold the condition to
 * false and drop the body, so nobody can reach it there.
 */
export async function pausePoint(name: string): Promise<void> {
  if (process.env.NODE_ENV === 'test') await hooks.get(name)?.();
}

/** For tests: what happens at the spot, or null to remove it. */
export function atPausePoint(name: string, hook: Hook | null): void {
  if (process.env.NODE_ENV !== 'test') return;
  if (hook) hooks.set(name, hook);
  else hooks.delete(name);
}
