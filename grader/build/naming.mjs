import path from 'node:path';

/** What goes wrong in the making of something out of a file says which file it is. */
export function naming(file, make) {
  try {
    return make();
  } catch (error) {
    throw new Error(`${path.relative(process.cwd(), file)}: ${error.message}`, { cause: error });
  }
}
