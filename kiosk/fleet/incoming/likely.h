// Whether a package says what a kiosk can have written. It is verified to the byte already; this looks for what was
// forged, or written by a machine that is not well. Pure. An Error has no place: who reads a row knows it.
#pragma once
#include "package/package.h"

namespace kiosk::fleet {

// Longest name of an item, a version, a language or a kiosk, [bytes]; ours are below 100, and PostgreSQL's index takes
// 2,700.
constexpr std::size_t kLongestName = 600;

class Likely {
public:
    // Days lie between the first on which any kiosk counted and the day on which the package was made, if the kiosk
    // believed its clock then; a day more, for kiosks east of Greenwich. None is after the last day on which any kiosk
    // believes its clock: by bounds of our own, so that there are only so many months which a package can have made a
    // place for.
    // `today` is the day of who reads, "" where it is not known. A kiosk whose clock ran ahead says so itself, by the
    // day on which it made the package; one whose clock was put right since says that it does not believe it. What both
    // counted is real, stands on days that are wrong, and would else stay out for as long as it was ahead: it is taken,
    // and told.
    Likely(package::PackageInfo const& info, std::string const& today);

    Result<> day(std::string_view day) const; // may be empty
    // Days of an event may lie ahead.
    Result<> planned_day(std::string_view day) const;
    // No control character, none that turns the direction of writing.
    Result<> name(std::string_view text) const;

    // A day after `today` that the package tells of: the kiosk's clock runs ahead, or did. "" for none.
    std::string const& ahead() const { return ahead_; }

private:
    std::string made_, ahead_; // the last day; one that lies ahead
    bool is_dated_ = false;    // by a clock that the kiosk believed
};

} // namespace kiosk::fleet
