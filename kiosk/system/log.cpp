#include "system/log.h"
#include "base/escape_controls.h"
#include "system/print.h"

#include <cstdio>
#include <fmt/format.h>
#include <mutex>
#include <utility>

namespace kiosk {

namespace {

std::mutex& sink_mutex()
{
    static std::mutex mutex;
    return mutex;
}

LogSink& current_sink()
{
    static LogSink sink = [](LogLevel level, std::string_view message) {
        // The prefixes are the journal's own priorities: sd-daemon(3), <6> information, <4> warning, <3> error.
        static constexpr int kPriority[] = {6, 4, 3};
        print(Channel::errors, "<{}>kiosk: {}\n", kPriority[static_cast<int>(level)], message);
    };
    return sink;
}

} // namespace

LogSink set_log_sink(LogSink sink)
{
    std::lock_guard const lock(sink_mutex());
    return std::exchange(current_sink(), std::move(sink));
}

void log(LogLevel level, std::string_view message)
{
    std::lock_guard const lock(sink_mutex());
    if (current_sink()) current_sink()(level, escape_controls(message));
}

} // namespace kiosk
