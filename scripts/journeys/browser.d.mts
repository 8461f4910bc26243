export function findBrowser(): { executable?: string } | undefined;
export function installBrowser(): void;
