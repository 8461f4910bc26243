/** A phone opens the page on mobile data: what is above the fold stays below 60 kB with its picture. */
export const coverSize = { side: 960, bytes: 50_000 } as const;
/** Twelve of them are looked through one by one. */
export const photoSize = { side: 960, bytes: 60_000 } as const;
/** A notice that was photographed has to be legible. */
export const attachmentSize = { side: 1800, bytes: 400_000 } as const;

/** How many megabytes (1,048,576 bytes) a file may have that officers send; a picture is drawn smaller here. */
export const sentMegabytes = 10;
