// Messages for the journal of the machine: faults and repairs, one line each, made plain (plain.h). Never anything a
// visitor did. The sink is chosen once at start (standard error by default); tests hold their own and fail on
// unexpected warnings.
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace kiosk {

enum class LogLevel { information, warning, fault };

using LogSink = std::function<void(LogLevel, std::string_view)>;

// Returns the sink that was in place. Safe to call from any thread, as is log().
LogSink set_log_sink(LogSink sink);

void log(LogLevel level, std::string_view message);

} // namespace kiosk
