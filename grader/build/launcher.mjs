/** The oldest Node that Nabla runs on; as in package.json. */
export const oldestNode = [20, 19];

/**
 * A program in words that every Node since the sixth reads, as a script or as a module: it says in one sentence, in the
 * language of the environment, that a newer one is needed, and ends with 2; or goes on with `body`, an expression that
 * gives a promise. That has `load(name)`, which imports a module, and no `import` of its own: an old Node would stop at
 * the word. What fails on the way, as where no file can be opened any more, ends with 3.
 */
export function launcher(sentences, body) {
  return `var nodeNow = process.versions.node.split('.');
if (nodeNow[0] < ${oldestNode[0]} || (nodeNow[0] == ${oldestNode[0]} && nodeNow[1] < ${oldestNode[1]})) {
  var sentences = ${JSON.stringify(sentences)};
  var locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  var asked = process.argv.join(' ').match(/--lang[ =](en|ru)/);
  var tongue = asked ? asked[1] : /^ru/i.test(locale) ? 'ru' : 'en';
  console.error(sentences[tongue].replace('{node}', process.versions.node));
  process.exitCode = 2;
} else {
  var load = Function('name', 'return import(name)');
  var failed = function (error) {
    console.error('nabla: ' + error);
    process.exit(3);
  };
  // Until the program has a word for it (grader/cli/exit.ts).
  process.on('uncaughtException', failed);
  (${body.trim().replace(/\n/g, '\n  ')}).catch(failed);
}
`;
}
