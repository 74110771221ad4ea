"""Which BLAS Numpy's products run on: the library that the process has mapped."""
import os


def name():
    import numpy as np
    np.ones((2, 2), dtype=np.float32) @ np.ones((2, 2), dtype=np.float32)
    try:
        paths = {line.split()[-1] for line in open('/proc/self/maps') if '/' in line}
    except OSError:
        return 'BLAS unknown'
    names = {os.path.basename(os.path.realpath(path)) for path in paths}
    libraries = sorted(name for name in names if 'blas' in name or 'mkl' in name)
    # A libblas that only hands on to another library is not worth a word.
    return 'on ' + ', '.join([name for name in libraries if not name.startswith('libblas')] or libraries) if libraries else 'BLAS unknown'
