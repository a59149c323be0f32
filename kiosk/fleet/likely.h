// Whether a package says what a kiosk can have written. It is verified to the byte already; this looks for what was
// forged, or written by a machine that is not well. Pure. An Error has no place: who reads a row knows it.
#pragma once
#include "engagement/package.h"

namespace kiosk::fleet {

// Longest name of an item, a version, a language or a kiosk, [bytes]; ours are below 100, and PostgreSQL's index takes
// 2,700.
constexpr std::size_t kLongestName = 600;

class Likely {
public:
    // Days lie between the first on which any kiosk counted and the day on which the package was made, where that is
    // believed; a day more, for kiosks east of Greenwich. None is after `latest`, if that is a day.
    Likely(engagement::PackageInfo const& info, std::string const& latest);

    Result<> day(std::string_view day) const; // may be empty
    // Days of an event may lie ahead.
    Result<> planned_day(std::string_view day) const;
    // No control character, none that turns the direction of writing.
    Result<> name(std::string_view text) const;

private:
    std::string made_, latest_;
};

} // namespace kiosk::fleet
