#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* first(items): the first element of a list; IndexError if it is empty. */
static PyObject *first(PyObject *module, PyObject *items)
{
    if (!PyList_Check(items)) {
        PyErr_SetString(PyExc_TypeError, "first() takes a list");
        return NULL;
    }
    PyObject *item = PyList_GetItem(items, 0); /* borrowed */
    if (item == NULL)
        return NULL;
    return Py_NewRef(item);
}

/* swapped(a, b): the tuple (b, a). */
static PyObject *swapped(PyObject *module, PyObject *args)
{
    PyObject *a, *b;
    if (!PyArg_ParseTuple(args, "OO", &a, &b))
        return NULL;
    PyObject *pair = PyTuple_New(2);
    if (pair == NULL)
        return NULL;
    PyTuple_SET_ITEM(pair, 0, Py_NewRef(b)); /* steals the reference */
    PyTuple_SET_ITEM(pair, 1, Py_NewRef(a));
    return pair;
}

/* total(numbers): the sum of any iterable of integers that fit into a C long. */
static PyObject *total(PyObject *module, PyObject *numbers)
{
    PyObject *iterator = PyObject_GetIter(numbers);
    if (iterator == NULL)
        return NULL;
    long long sum = 0;
    PyObject *number;
    while ((number = PyIter_Next(iterator)) != NULL) {
        long value = PyLong_AsLong(number);
        Py_DECREF(number);
        if (value == -1 && PyErr_Occurred()) {
            Py_DECREF(iterator);
            return NULL;
        }
        sum += value;
    }
    Py_DECREF(iterator);
    return PyLong_FromLongLong(sum);
}

static PyMethodDef methods[] = {
    {"first", first, METH_O, "The first element of a list."},
    {"swapped", swapped, METH_VARARGS, "The two arguments in a tuple, swapped."},
    {"total", total, METH_O, "The sum of integers."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "pairs",
    .m_size = 0,
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit_pairs(void)
{
    return PyModuleDef_Init(&definition);
}
