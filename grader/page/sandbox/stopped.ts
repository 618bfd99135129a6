/** What is thrown once a program was stopped: what would come of it is no longer wanted. */
export class Stopped extends Error {}
