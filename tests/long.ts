/**
 * Whether the whole of every large product is run, as every night (`npm test -- --long`), or the part of it that says most
 * in its time and is the same every time. What is left out is a test that is skipped, so that it is counted.
 */
export const isLong = process.env['NABLA_TEST_LONG'] !== undefined;
