#include "system/child.h"
#include "files/new_file.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kiosk {

namespace {

using Deadline = std::chrono::steady_clock::time_point;

constexpr std::size_t kPiece = 256U << 10U; // read at a time, [bytes]

Error fault(ChildCommand const& order, char const* action, int code)
{
    return {order.arguments.front(), std::string(action) + ": " + std::strerror(code),
            "look whether the program is there and may be run"};
}

// A memory file instead of a pipe, so that a child that does not read cannot block us.
Result<> input_in_memory(ChildCommand const& order, FileDescriptor& input)
{
    input = FileDescriptor(::memfd_create("kiosk-child", MFD_CLOEXEC));
    if (input.number() < 0) return fault(order, "cannot hold what it is to read", errno);
    for (auto left = order.input; !left.empty();) {
        auto const written = ::write(input.number(), left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fault(order, "cannot hold what it is to read", errno);
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    ::lseek(input.number(), 0, SEEK_SET);
    return success();
}

int milliseconds_to(Deadline deadline)
{
    auto const left = std::chrono::ceil<Milliseconds>(deadline - std::chrono::steady_clock::now());
    return static_cast<int>(std::max<Milliseconds::rep>(0, left.count()));
}

bool ready_by(int descriptor, Deadline deadline)
{
    pollfd waiting{descriptor, POLLIN, 0};
    for (;;) {
        auto const ready = ::poll(&waiting, 1, milliseconds_to(deadline));
        if (ready < 0 && errno == EINTR) continue;
        return ready > 0;
    }
}

// Until the child closes its output.
ChildOutcome collect(ChildCommand const& order, int output, Deadline deadline, std::string& text)
{
    std::string piece(kPiece, '\0');
    while (ready_by(output, deadline)) {
        auto const count = ::read(output, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return ChildOutcome::exited;
        if (text.size() + static_cast<std::size_t>(count) > order.output_limit) return ChildOutcome::output_too_large;
        text.append(piece, 0, static_cast<std::size_t>(count));
    }
    return ChildOutcome::timed_out;
}

int reap(pid_t child)
{
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

Result<pid_t> start(ChildCommand const& order, FileDescriptor const& input, FileDescriptor const& output)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.number(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.number(), STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    std::vector<char*> arguments;
    for (auto const& argument : order.arguments) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    char* nothing[] = {nullptr};
    pid_t child = -1;
    auto* const environment = order.environment == ChildEnvironment::inherited ? environ : nothing;
    // A group of its own, so that what it has started itself ends with it.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    auto const code = ::posix_spawn(&child, arguments.front(), &actions, &attributes, arguments.data(), environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) return fault(order, "cannot be started", code);
    return child;
}

} // namespace

Result<ChildResult> run_child(ChildCommand const& order)
{
    auto const deadline = std::chrono::steady_clock::now() + order.limit;
    FileDescriptor input;
    KIOSK_TRY(input_in_memory(order, input));
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) return fault(order, "cannot be listened to", errno);
    FileDescriptor const reading(ends[0]);
    FileDescriptor writing(ends[1]);
    auto const started = start(order, input, writing);
    if (!started) return started.error();
    auto const child = started.value();
    writing = FileDescriptor();
    ChildResult result;
    result.end = collect(order, reading.number(), deadline, result.output);
    if (result.end == ChildOutcome::exited) {
        // It has closed its output; wait for its end until the limit.
        FileDescriptor const handle(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
        if (handle.number() < 0 || !ready_by(handle.number(), deadline)) result.end = ChildOutcome::timed_out;
    }
    if (result.end != ChildOutcome::exited) ::kill(-child, SIGKILL);
    auto const status = reap(child);
    if (result.end == ChildOutcome::exited && WIFSIGNALED(status)) result.end = ChildOutcome::killed;
    result.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
    return result;
}

} // namespace kiosk
