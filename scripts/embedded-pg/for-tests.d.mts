export function testServer(): Promise<{ url: string; stop(): Promise<void> }>;
