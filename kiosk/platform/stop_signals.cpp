#include "platform/stop_signals.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace kiosk::platform {

namespace {

constexpr std::array kSignals{SIGTERM, SIGINT, SIGHUP};
// Globals, since handlers belong to the process. A handler may do little (signal-safety(7)), but it may write to a
// pipe. The pipe is made once and never closed: a handler may still run on another thread after the last signal was
// unhooked, and must not write to a file that has since got the pipe's number. A blocked mask with sigwait would be
// inherited by programs that the kiosk starts.
std::array<int, 2> pipe_ends{-1, -1};
std::array<struct sigaction, kSignals.size()> before{};
constexpr char kSignal = 's';
constexpr char kEnd = 'e';

bool open_pipe() { return pipe_ends[0] >= 0 || ::pipe2(pipe_ends.data(), O_CLOEXEC) == 0; }

void write_one(char letter)
{
    while (::write(pipe_ends[1], &letter, 1) < 0 && errno == EINTR) {
    }
}

void heard(int)
{
    auto const kept = errno;
    write_one(kSignal);
    errno = kept;
}

} // namespace

StopSignals::StopSignals(std::function<void()> wake)
{
    if (!open_pipe()) return; // then the usual: they end the process at once
    listener_ = std::thread([this, wake = std::move(wake)] {
        for (char letter = 0; letter != kEnd;) {
            auto const got = ::read(pipe_ends[0], &letter, 1);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return;
            if (letter != kSignal) continue;
            asked_ = true;
            wake();
        }
    });
    struct sigaction action {};
    action.sa_handler = heard;
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals.at(i), &action, &before.at(i));
}

StopSignals::~StopSignals()
{
    if (!listener_.joinable()) return;
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals.at(i), &before.at(i), nullptr);
    write_one(kEnd);
    listener_.join();
}

} // namespace kiosk::platform
