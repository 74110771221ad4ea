export * from './columns'
export * from './elementwise'
export * from './gemm'
export * from './peak'
