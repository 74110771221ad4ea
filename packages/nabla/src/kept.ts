/**
 * A function that loads once for each key and gives everybody the same; what failed is loaded anew the next time.
 *
 * Shapes: none. What it returns rejects as `load` does.
 */
export function kept<K, T>(load: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const loaded = new Map<K, Promise<T>>()
  return (key) => {
    const known = loaded.get(key)
    if (known) return known
    const loading = load(key)
    loaded.set(key, loading)
    loading.catch(() => loaded.delete(key))
    return loading
  }
}
