"""scikit-learn's MLPClassifier: partial_fit, solver sgd. Its outputs are a softmax and its loss the log-likelihood; there is no choice."""
import warnings

from protocol import compete

warnings.filterwarnings('ignore')


def load():
    import sklearn.neural_network
    return 'sklearn %s' % sklearn.__version__


def open_session(task):
    import numpy as np
    from sklearn.neural_network import MLPClassifier
    labels = task.y.argmax(axis=1) if task.sizes[-1] > 1 else (task.y.ravel() > 0).astype(int)
    net = MLPClassifier(
        hidden_layer_sizes=tuple(task.sizes[1:-1]), activation='tanh' if task.activation == 'tanh' else 'logistic', solver='sgd',
        alpha=0.0, batch_size=task.batch, learning_rate_init=task.eta, momentum=0.0, nesterovs_momentum=False, shuffle=False, random_state=1)
    net.partial_fit(task.x[:task.batch], labels[:task.batch], classes=np.arange(max(2, task.sizes[-1])))

    class Session:
        note = 'softmax and log-likelihood'

        def run(self, samples):
            if task.kind == 'predict':
                for part in task.batches(samples):
                    net.predict_proba(task.x[part])
                return
            while samples > 0:
                count = min(samples, task.usable)
                net.partial_fit(task.x[:count], labels[:count])
                samples -= count

    return Session()


compete(load, open_session)
