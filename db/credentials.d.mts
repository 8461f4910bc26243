type Env = Record<string, string | undefined>;

export function systemKeyOf(env: Env): string;
export function loginOf(env: Env): { name: string; password: string };
export function loginUrlOf(env: Env): string;
export function webEnv<E extends Env>(env: E): E & { DATABASE_URL: string };
export function scramOf(password: string): string;
