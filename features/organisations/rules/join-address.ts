/** What a union's QR code holds: an https address, so that WeChat's own scanner opens it. */
export const joinAddress = (origin: string, joinCode: string): string =>
  `${origin}/join/${joinCode}`;
