/** What such a link opens; a token of another purpose is worth nothing here. */
export const listLinkPurpose = 'list_file';

/** How a file is written. */
export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];
