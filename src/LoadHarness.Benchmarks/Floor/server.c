/*
 * The floor's server: sends back what it gets, and counts messages. Usage: server CPU. Prints its port. A request of the
 * Redis protocol gets the count, as INFO of a Redis gives it.
 */
#include "floor.h"

static int listen_anywhere(int *port)
{
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 4096)) fail("listen");
    getsockname(listener, (struct sockaddr *)&address, &length);
    *port = ntohs(address.sin_port);
    return listener;
}

static void accept_all(int set, int listener)
{
    for (int peer; (peer = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
        set_no_delay(peer);
        watch(set, peer);
    }
}

static long long messages;

/* The question counts, too. */
static void tell(int peer)
{
    char text[64], answer[128];
    int length = sprintf(text, "total_commands_processed:%lld\r\n", ++messages);
    length = sprintf(answer, "$%d\r\n%s\r\n", length, text);
    send(peer, answer, length, MSG_NOSIGNAL);
}

static void echo(int peer)
{
    static char buffer[65536];
    ssize_t got = recv(peer, buffer, sizeof buffer, 0);
    if (got > 0 && buffer[0] == '*') {
        tell(peer);
    } else if (got > 0) {
        messages += got / MESSAGE_BYTES;
        send(peer, buffer, got, MSG_NOSIGNAL);
    } else if (got == 0 || errno != EAGAIN) {
        close(peer);
    }
}

int main(int count, char **arguments)
{
    static struct epoll_event events[EVENTS];
    int port, listener = listen_anywhere(&port), set = epoll_create1(0);
    if (count > 1) pin(atoi(arguments[1]));
    watch(set, listener);
    printf("%d\n", port);
    fflush(stdout);
    for (;;) {
        int ready = epoll_wait(set, events, EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            int descriptor = events[i].data.fd;
            if (descriptor == listener) accept_all(set, listener);
            else echo(descriptor);
        }
    }
}
