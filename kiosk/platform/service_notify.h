// Notifications to systemd (sd_notify(3)): READY with the first frame, and then WATCHDOG pings, which only a presented
// frame can send: a program that shows nothing does not count as alive. The loop presents the last frame again when a
// ping is due, since a screen at rest presents nothing by itself. Without a service manager nothing is sent and nothing
// is due. Nothing about visitors is sent. Owner: the loop. Drawing thread only.
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
    Duration watchdog{0};                         // how long systemd waits for a ping; 0: it does not
    std::function<void(std::string const&)> send; // empty: no service manager
};

class ServiceNotify {
public:
    explicit ServiceNotify(ServiceOptions options);
    // By the variables NOTIFY_SOCKET and WATCHDOG_USEC.
    static ServiceNotify from_environment(std::size_t screens);

    // When each screen must present a frame, changed or not; nothing without a watchdog.
    std::optional<Instant> frame_due() const;
    // The loop has polled its events. A ping is sent only if it has done so since the last one.
    void note_input_polled() { input_polled_ = true; }
    // When the thread that stores figures was last seen at work.
    void worker_alive(Instant when) { worker_alive_ = when; }
    void presented(std::size_t screen, Instant now);
    // For `systemctl status`, one line; sent when it has changed.
    void status(std::string_view text);
    void stopping();

private:
    // A frame is due every third of the watchdog's time, so that pings, at most every half of it (sd_notify(3)), are
    // never late.
    static constexpr int kFramesInTime = 3;
    static constexpr int kSignsInTime = 2;
    // A disk that hangs may hold the worker for minutes, and a restart would not help. After this time the worker is
    // taken to be stuck for good, and pings end.
    static constexpr Duration kWorkerPatience = std::chrono::minutes(10);

    bool all_present_at(Instant now) const;
    void send(std::string const& text) const;

    ServiceOptions options_;
    std::vector<std::optional<Instant>> frames_; // the last of each screen
    std::optional<Instant> last_sign_;           // the last ping, or READY
    std::optional<Instant> worker_alive_;
    bool input_polled_ = false;
    std::string status_;
};

} // namespace kiosk::platform
