// Checks whether a kiosk can have written a package's content. Its bytes are verified already; this finds what was
// forged, or written by a faulty machine. Pure. Errors have no `where`: the caller knows the row.
#pragma once
#include "package/package.h"

namespace kiosk::fleet {

// Longest name of an item, a version, a language or a kiosk, [bytes]; ours are below 100, and PostgreSQL's index takes
// 2,700.
constexpr std::size_t kLongestName = 600;

class PlausibilityCheck {
public:
    // Accepts days from the first on which any kiosk counted to the day on which the package was made, if the kiosk
    // trusted its clock then; one day more for kiosks east of Greenwich. No day is after the last one on which any
    // kiosk trusts its clock, which limits the months that a package can add partitions for. `today` is the reader's
    // day, "" where it is not known. The package of a kiosk whose clock ran ahead has a date in the future; after its
    // clock was corrected the kiosk does not trust it. Its visits are real but on wrong days, and a refusal would last
    // as long as the clock was ahead: the package is accepted, and ahead() reports it.
    PlausibilityCheck(package::PackageInfo const& info, std::string const& today);

    Result<> day(std::string_view day) const; // may be empty
    // Days of an event may lie ahead.
    Result<> planned_day(std::string_view day) const;
    // No control character, none that changes the direction of writing.
    Result<> name(std::string_view text) const;

    // A day of the package after `today`: the kiosk's clock runs ahead, or did. "" for none.
    std::string const& ahead() const { return ahead_; }

private:
    std::string made_, ahead_; // the last day that is accepted; a day in the future
    bool is_dated_ = false;    // by a clock that the kiosk trusted
};

} // namespace kiosk::fleet
