#include <stddef.h>
#include <stdint.h>

int64_t sum_of_squares(const int32_t *numbers, size_t count)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (int64_t)numbers[i] * numbers[i];
    return sum;
}

double mean(const double *numbers, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += numbers[i];
    return sum / (double)count;
}

/* Calls visit for each divisor of n, the smallest first, until visit returns 0.
   Returns how often it was called. */
int64_t each_divisor(int64_t n, int (*visit)(int64_t divisor))
{
    int64_t calls = 0, d = 1;
    for (; d <= n / d; d++)
        if (n % d == 0) {
            calls++;
            if (!visit(d))
                return calls;
        }
    for (d--; d > 0; d--)
        if (n % d == 0 && n / d > d) {
            calls++;
            if (!visit(n / d))
                return calls;
        }
    return calls;
}
