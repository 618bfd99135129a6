import project from '../../package.json' with { type: 'json' };

/** Nabla's own version, whoever calls it. */
export const { version } = project;
