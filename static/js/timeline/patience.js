// How long a reader waits before there is a sign that something is on its way.

export const SLOW = 300; // ms
