#include "content/historic.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

bool is_historic(Reporting const& reporting, std::string_view host)
{
    return std::any_of(reporting.historic.begin(), reporting.historic.end(), [&](HistoricAddress const& historic) {
        return host == historic.host || (host.size() > historic.host.size() && host.ends_with("." + historic.host));
    });
}

std::string instead_of_historic(Reporting const& reporting, std::string_view host)
{
    for (auto const& historic : reporting.historic)
        if (host == historic.host || host.ends_with("." + historic.host))
            return fmt::format("today it is '{}'", historic.now);
    return "see reporting/historic.toml";
}

} // namespace kiosk::content
