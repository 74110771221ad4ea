"""Which BLAS Numpy's products run on: the library that the process has mapped."""
import os


def name():
    import numpy as np
    np.ones((2, 2), dtype=np.float32) @ np.ones((2, 2), dtype=np.float32)
    try:
        paths = {line.split()[-1] for line in open('/proc/self/maps') if '/' in line}
    except OSError:
        return 'BLAS unknown'
    names = sorted({os.path.join(*os.path.realpath(path).split('/')[-2:]) for path in paths if 'blas' in os.path.basename(path) or 'mkl' in os.path.basename(path)})
    return 'on ' + ', '.join(names) if names else 'BLAS unknown'
