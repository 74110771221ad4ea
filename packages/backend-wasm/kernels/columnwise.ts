export * from './columns'
export * from './elementwise'
