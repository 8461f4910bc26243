/** What is told of the reserved places of a session that does not take place begins so; an undo takes it back by this. */
export const reservedOffKey = (sessionId: string): string => `reserved-off:${sessionId}:`;
