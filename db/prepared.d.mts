import type { Sql } from 'postgres';

export function markOf(env: NodeJS.ProcessEnv, made: string): string;
export function noteOf(mark: string | undefined): string | undefined;
export function isPrepared(sql: Sql, env: NodeJS.ProcessEnv, mark: string): Promise<boolean>;
