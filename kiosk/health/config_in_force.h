// Which configuration applies, as settings/ finds it and health is judged by it.
#pragma once

namespace kiosk::health {

enum class ConfigInForce {
    as_written, // the file, with defaults for single settings that are wrong
    kept,       // the file cannot be used; the last one without a fault stands in
    partly      // the file cannot be used, and there is no such one: what can be used of it, and defaults
};

} // namespace kiosk::health
