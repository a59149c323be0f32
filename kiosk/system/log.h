// Messages for the machine's journal: faults and repairs, one line each, control characters escaped
// (escape_controls.h). Never anything a visitor did. The sink is set once at start (standard error by default); tests
// set their own and fail on unexpected warnings.
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace kiosk {

enum class LogLevel { information, warning, fault };

using LogSink = std::function<void(LogLevel, std::string_view)>;

// Returns the previous sink. Any thread, as log().
LogSink set_log_sink(LogSink sink);

void log(LogLevel level, std::string_view message);

} // namespace kiosk
