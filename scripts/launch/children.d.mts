interface Kept {
  /** Resolves with the exit code. */
  readonly ended: Promise<number>;
  readonly ready: Promise<void>;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

export const siteFlags: readonly string[];
export function asWritten(file: string): readonly string[];
export function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string>;
export function keep(args: readonly string[], env: NodeJS.ProcessEnv): Kept;
