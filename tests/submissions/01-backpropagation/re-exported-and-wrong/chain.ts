export * from './everything';
