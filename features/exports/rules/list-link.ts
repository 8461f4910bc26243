import { rollLinkSeconds } from '@/features/rolls/rules/roll-link';

/** What such a link opens; a token of another purpose is worth nothing here. */
export const listLinkPurpose = 'list_file';

/** For how many seconds a link to a list with whole numbers lives: as one to a roll does (P07). */
export const listLinkSeconds = rollLinkSeconds;

/** How a file is written. */
export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];
