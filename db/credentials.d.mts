type Env = Record<string, string | undefined>;

export function systemKeyOf(env: Env): string;
