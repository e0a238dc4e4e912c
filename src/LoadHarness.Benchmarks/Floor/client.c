/*
 * The floor's client: a closed loop over N connections, with nothing but a clock and a sum about each answer.
 * Usage: client PORT CPU CONNECTIONS WARM_UP_MS LENGTH_MS. Prints operations, CPU time in ns and latency sum in ns.
 */
#include "floor.h"

static int64_t *started;
static char request[MESSAGE_BYTES];

static void ask(int connection)
{
    started[connection] = clock_ns(CLOCK_MONOTONIC);
    if (send(connection, request, sizeof request, MSG_NOSIGNAL) != sizeof request) fail("send");
}

static void connect_all(int set, int port, int connections)
{
    struct sockaddr_in address = loopback(port);
    for (int i = 0; i < connections; i++) {
        int connection = socket(AF_INET, SOCK_STREAM, 0);
        if (connection < 0 || connect(connection, (struct sockaddr *)&address, sizeof address)) fail("connect");
        set_no_delay(connection);
        watch(set, connection);
        ask(connection);
    }
}

int main(int count, char **arguments)
{
    static struct epoll_event events[EVENTS];
    static char buffer[65536];
    if (count != 6) return 2;
    int set = epoll_create1(0);
    started = calloc(65536, sizeof *started);
    memset(request, 'x', sizeof request);
    pin(atoi(arguments[2]));
    connect_all(set, atoi(arguments[1]), atoi(arguments[3]));
    int64_t start = clock_ns(CLOCK_MONOTONIC) + atoll(arguments[4]) * 1000000;
    int64_t end = start + atoll(arguments[5]) * 1000000;
    int64_t operations = 0, latency = 0, cpu = -1;
    for (;;) {
        int ready = epoll_wait(set, events, EVENTS, 100);
        int64_t now = clock_ns(CLOCK_MONOTONIC);
        if (now > end) break;
        if (cpu < 0 && now > start) {
            cpu = clock_ns(CLOCK_THREAD_CPUTIME_ID);
            operations = latency = 0;
        }
        for (int i = 0; i < ready; i++) {
            int connection = events[i].data.fd;
            if (recv(connection, buffer, sizeof buffer, 0) <= 0) fail("recv");
            latency += clock_ns(CLOCK_MONOTONIC) - started[connection];
            operations++;
            ask(connection);
        }
    }
    cpu = clock_ns(CLOCK_THREAD_CPUTIME_ID) - cpu;
    printf("%lld %lld %lld\n", (long long)operations, (long long)cpu, (long long)latency);
    return 0;
}
