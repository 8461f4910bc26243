// Faults that change nothing anybody could see, by `nameOf`, each with its reason.
export const equivalent = {};
