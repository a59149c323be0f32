// The deny-list of hosts whose campaigns are over (reporting/historic.toml): no visitor is sent there.
#pragma once
#include "content/content.h"

namespace kiosk::content {

// Whether a host is on the deny-list, itself or below it ("www.x.be" is below "x.be").
bool is_historic(Reporting const& reporting, std::string_view host);
// What to write instead, for an editor: "today it is 'isaystop.com'".
std::string instead_of_historic(Reporting const& reporting, std::string_view host);

} // namespace kiosk::content
