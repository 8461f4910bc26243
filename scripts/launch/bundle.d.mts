export function asBundled(file: string): readonly string[];
