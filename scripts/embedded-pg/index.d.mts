export interface EmbeddedServer {
  pid: number;
  port: number;
  dir: string;
  reused: boolean;
  url(database?: string): string;
  stop(): Promise<void>;
}

export function startEmbedded(options: {
  dir: string;
  port?: number;
  settings?: Record<string, string>;
}): Promise<EmbeddedServer>;
