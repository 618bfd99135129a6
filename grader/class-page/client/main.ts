import { drawDistribution } from './distribution.ts';
import { byId, loaded } from './dom.ts';
import { showCounts, showLooks, showTasks } from './sections.ts';
import { createTable } from './table.ts';

/** The class page. It keeps nothing and asks nobody: all that it shows came with it. */
const data = loaded();
const table = createTable(data);
showCounts(data);
drawDistribution(data, table.setRange);
showTasks(data);
showLooks(data, table.goTo);

byId('names').addEventListener('click', () => {
  const isHidden = document.body.classList.toggle('hidden-names');
  byId('names').setAttribute('aria-pressed', String(isHidden));
});
byId('theme').addEventListener('click', () => {
  const { dataset } = document.documentElement;
  const isDark =
    dataset['theme'] === 'dark' || (!dataset['theme'] && matchMedia('(prefers-color-scheme: dark)').matches);
  dataset['theme'] = isDark ? 'light' : 'dark';
});
