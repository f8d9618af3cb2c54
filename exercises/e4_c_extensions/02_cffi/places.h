#include <stddef.h>
#include <stdint.h>

typedef struct {
    int32_t id;
    double x, y;
    const char *label;
} place;

/* The distance between two places. */
double distance(const place *a, const place *b);

/* Moves the place. */
void shift(place *p, double dx, double dy);

/* The place of an array that is farthest from (0, 0), or NULL if there is none. */
const place *farthest(const place *places, size_t count);
