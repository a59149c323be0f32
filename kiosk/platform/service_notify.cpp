#include "platform/service_notify.h"

#include <algorithm>
#include <systemd/sd-daemon.h>

namespace kiosk::platform {

ServiceNotify::ServiceNotify(ServiceOptions options)
    : options_(std::move(options)),
      frames_(std::max<std::size_t>(options_.screens, 1))
{
}

ServiceNotify ServiceNotify::from_environment(std::size_t screens)
{
    ServiceOptions options;
    options.screens = screens;
    std::uint64_t microseconds = 0;
    // Both variables stay for nobody else: a program that the kiosk starts must not speak for it.
    if (::sd_watchdog_enabled(0, &microseconds) > 0) options.watchdog = Duration(microseconds);
    // Sent with an empty text to see whether anybody listens: 0 says that there is no socket.
    if (::sd_notify(0, "STATUS=starting") > 0)
        options.send = [](std::string const& text) { ::sd_notify(0, text.c_str()); };
    return ServiceNotify(std::move(options));
}

void ServiceNotify::send(std::string const& text) const
{
    if (options_.send) options_.send(text);
}

std::optional<Instant> ServiceNotify::frame_due() const
{
    if (!options_.send || options_.watchdog.count() <= 0) return std::nullopt;
    std::optional<Instant> oldest = frames_.front();
    for (auto const& frame : frames_) {
        if (!frame) return std::nullopt; // the loop draws the first frame in any case
        oldest = std::min(oldest, frame);
    }
    return *oldest + options_.watchdog / kFramesInTime;
}

bool ServiceNotify::all_present_at(Instant now) const
{
    return std::all_of(frames_.begin(), frames_.end(), [&](auto const& frame) {
        return frame && (options_.watchdog.count() <= 0 || now - *frame < options_.watchdog);
    });
}

void ServiceNotify::presented(std::size_t screen, Instant now)
{
    if (screen < frames_.size()) frames_[screen] = now;
    if (!options_.send || !all_present_at(now)) return;
    if (!last_sign_) {
        last_sign_ = now;
        input_polled_ = false;
        send("READY=1");
        return;
    }
    bool const soon = now - *last_sign_ < options_.watchdog / kSignsInTime;
    bool const worker_stuck = worker_alive_ && now - *worker_alive_ > kWorkerPatience;
    if (options_.watchdog.count() <= 0 || soon || !input_polled_ || worker_stuck) return;
    last_sign_ = now;
    input_polled_ = false;
    send("WATCHDOG=1");
}

void ServiceNotify::status(std::string_view text)
{
    if (text == status_) return;
    status_ = text;
    send("STATUS=" + status_.substr(0, status_.find('\n')));
}

void ServiceNotify::stopping() { send("STOPPING=1"); }

} // namespace kiosk::platform
