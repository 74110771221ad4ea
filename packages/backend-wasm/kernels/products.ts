export * from './gemm'
export * from './peak'
