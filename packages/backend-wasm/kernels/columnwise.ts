export * from './columns'
export * from './elementwise'
export * from './steps'
