/** Debian's names for processors, in whose folders its libraries lie. */
const DEBIAN: Readonly<Partial<Record<string, string>>> = {
  x64: 'x86_64-linux-gnu',
  arm64: 'aarch64-linux-gnu',
  arm: 'arm-linux-gnueabihf',
  ia32: 'i386-linux-gnu',
  ppc64: 'powerpc64le-linux-gnu',
  riscv64: 'riscv64-linux-gnu',
}

/**
 * Where a BLAS lies, the fastest first: names that the system's loader looks up in its own folders, then places that it does not
 * know. Debian's variants lie in folders of their own and have the common name only where the alternatives system gave it to them.
 *
 * Shapes: none; platform and processor as `process` names them, `linux`, `darwin`, `win32`, and `x64`, `arm64`, ….
 */
export function candidates(platform: string, arch: string): string[] {
  if (platform === 'darwin') {
    return [
      '/System/Library/Frameworks/Accelerate.framework/Accelerate',
      'libopenblas.dylib',
      '/opt/homebrew/opt/openblas/lib/libopenblas.dylib',
      '/usr/local/opt/openblas/lib/libopenblas.dylib',
    ]
  }
  if (platform === 'win32') return ['libopenblas.dll', 'openblas.dll', 'mkl_rt.2.dll', 'mkl_rt.dll', 'libblis.dll', 'libblis.4.dll']
  const folder = `/usr/lib/${DEBIAN[arch] ?? arch}`
  return [
    'libopenblas.so.0',
    'libopenblasp.so.0',
    'libopenblas.so',
    ...['pthread', 'openmp', 'serial'].map((variant) => `${folder}/openblas-${variant}/libopenblas.so.0`),
    'libmkl_rt.so.2',
    'libmkl_rt.so',
    '/opt/intel/oneapi/mkl/latest/lib/libmkl_rt.so.2',
    '/opt/intel/mkl/lib/intel64/libmkl_rt.so',
    'libblis.so.4',
    'libblis.so.3',
    'libblis.so',
    ...['pthread', 'openmp', 'serial'].map((variant) => `${folder}/blis-${variant}/libblis.so.4`),
    'libopenblas64_.so.0',
    'libopenblas64.so.0',
    'libblis64.so.4',
    'libflexiblas.so.3',
  ]
}
