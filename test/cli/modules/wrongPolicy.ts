// A policy that is none.
export const policy = 'newest';
