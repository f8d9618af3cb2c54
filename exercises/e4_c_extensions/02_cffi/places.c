#include "places.h"

double distance(const place *a, const place *b)
{
    double dx = a->x - b->x, dy = a->y - b->y, square = dx * dx + dy * dy, root = square;
    if (square == 0)
        return 0;
    for (int i = 0; i < 2100; i++) {
        double better = (root + square / root) / 2;
        if (better == root)
            break;
        root = better;
    }
    return root;
}

void shift(place *p, double dx, double dy)
{
    p->x += dx;
    p->y += dy;
}

const place *farthest(const place *places, size_t count)
{
    const place *best = NULL, zero = {0};
    for (size_t i = 0; i < count; i++)
        if (!best || distance(&places[i], &zero) > distance(best, &zero))
            best = &places[i];
    return best;
}
