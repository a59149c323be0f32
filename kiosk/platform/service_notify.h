// What systemd is told of the kiosk (sd_notify(3)): READY with the first frame that was presented, and then a sign of
// life, which only a presented frame can send; a program that runs but shows nothing is not alive. The loop presents
// its frame again when one is due, since a screen at rest presents nothing by itself. Without a service manager nothing
// is sent and nothing is due. Owner: run. Drawing thread only. Never tells anything of a visitor.
#pragma once
#include "base/clock.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::platform {

struct ServiceOptions {
    std::size_t screens = 1;
    Duration watchdog{0};                         // how long systemd waits for a sign of life; 0: it does not
    std::function<void(std::string const&)> send; // none: nobody is told
};

class ServiceNotify {
public:
    explicit ServiceNotify(ServiceOptions options);
    // As NOTIFY_SOCKET and WATCHDOG_USEC say.
    static ServiceNotify from_environment(std::size_t screens);

    // When each screen must present a frame, changed or not; nothing where nobody waits for one.
    std::optional<Instant> frame_due() const;
    // What came in was looked at since the last sign of life.
    void looked_for_input() { looked_ = true; }
    // A thread that stores figures was last seen turning then.
    void worker_turned(Instant when) { worker_turned_ = when; }
    void presented(std::size_t screen, Instant now);
    // For `systemctl status`, one line; sent when it has changed.
    void status(std::string_view text);
    void stopping();

private:
    // A frame comes each third of the time, so that the sign of life, at most every half of it (sd_notify(3)), is
    // never late.
    static constexpr int kFramesInTime = 3;
    static constexpr int kSignsInTime = 2;
    // A disk that hangs may hold the worker for minutes, and a restart heals no disk. A worker that is stuck for longer
    // than this is stuck for good.
    static constexpr Duration kWorkerPatience = std::chrono::minutes(10);

    bool all_present_at(Instant now) const;
    void send(std::string const& text) const;

    ServiceOptions options_;
    std::vector<std::optional<Instant>> frames_; // the last of each screen
    std::optional<Instant> sign_;                // the last
    std::optional<Instant> worker_turned_;
    bool looked_ = false;
    std::string status_;
};

} // namespace kiosk::platform
