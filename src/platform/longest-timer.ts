// How long a platform's timer can wait.

/** Some 24 days, in milliseconds: what is longer, timers take for no time at all. */
export const longestTimerMs = 2 ** 31 - 1;
