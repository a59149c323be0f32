// Every string of a Content that a screen may draw, so that tests can search them.
#pragma once
#include "content/pack.h"

#include <set>

namespace test {

std::set<std::string> strings_of(kiosk::content::Pack const& pack);

} // namespace test
