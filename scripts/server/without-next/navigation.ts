// What `next/navigation` offers to handlers that our own server runs (doors.ts).

/** A JSON handler sends nobody on; one that tries is a fault of ours. */
export function redirect(to: string): never {
  throw new Error(`a handler without pages sends on to ${to}`);
}

/** Nothing that Next throws for itself is ever thrown here. */
export function unstable_rethrow(): void {}
