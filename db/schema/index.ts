export * from './family';
export * from './identity';
export * from './kernel';
export * from './membership';
export * from './organisations';
export * from './programmes';
